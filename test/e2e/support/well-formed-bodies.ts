const source = { id: 'B5', citation: 'kabartangerang.com, 2019-08-21' };
const item = {
  id: 'regulation',
  title: 'Mayor regulation',
  measure: 'In force',
  owner: 'Inspektorat',
  milestones: [{ id: 'draft', title: 'Draft', dueOn: '2024-06-30', target: '50' }],
};
const evidence = [{ sha256: 'a'.repeat(64), title: 'Signed regulation' }];
const scorecard = '/v1/scorecards/36.73/MCP/2019';
const plan = '/v1/plans/36.73-2024';
const pact = '/v1/pacts/cilegon-2024-01-08';

/** A well-formed body with every field for every command route: what a mutation starts from. */
export const wellFormedBodies: Readonly<Record<string, object>> = {
  '/v1/regions/32/register': {
    name: 'Provinsi Jawa Barat',
    level: 'province',
    parent: '36',
    validFrom: '1950-07-04',
    validUntil: '2999-01-01',
    subdivisions: { districts: 627, urbanVillages: 645, villages: 5312 },
    source,
  },
  '/v1/frameworks/SPI/2025/draft': {
    title: 'Survei Penilaian Integritas 2025',
    effectiveFrom: '2025-01-01',
    scale: { minimum: '0', maximum: '100' },
    decimalPlaces: 2,
    areas: [
      {
        id: 'internal',
        name: 'Internal',
        weight: '1',
        appliesTo: ['city'],
        indicators: [{ id: 'one', name: 'One', weight: '1' }],
      },
    ],
    weightsBasis: 'published',
    bands: [{ id: 'red', from: '0', to: '100' }],
    legalBasis: 'UU 19/2019 article 8',
    source,
  },
  '/v1/frameworks/SPI/2025/publish': {},
  [`${scorecard}/open`]: {},
  [`${scorecard}/score-indicator`]: {
    area: 'procurement',
    indicator: 'e-catalogue',
    points: '50',
    maximumPoints: '100',
    evidence,
    note: 'Seen',
  },
  [`${scorecard}/record-area-scores`]: {
    scores: [{ area: 'procurement', score: '42' }],
    asOf: '2019-12-31',
    source,
  },
  [`${scorecard}/record-published-score`]: {
    value: '29.5',
    status: 'provisional',
    asOf: '2019-08-22',
    source,
    publishedRank: 7,
  },
  [`${scorecard}/finalise`]: {},
  [`${scorecard}/amend`]: { publication: 1, to: '30', reason: 'Typing error', decision: 'BA-12' },
  '/v1/pact-texts/another/publish': {
    title: 'Pakta Integritas',
    legalBasis: 'PermenPAN-RB 49/2011',
    clauses: [{ obligation: 'prevent-corruption', text: 'Takes part.' }],
  },
  [`${pact}/draft`]: {
    region: '36.72',
    textVersion: 'permenpan-rb-49-2011',
    occasion: 'Start of the year',
    date: '2024-01-08',
    place: 'Aula',
    symbolicSigners: [{ group: 'Camat', count: 8 }],
    source,
  },
  [`${pact}/sign`]: {
    position: 'Wali Kota Cilegon',
    name: 'Helldy Agustian',
    outside: false,
    signedOn: '2024-01-08',
    signatureReference: 'TTE-1',
  },
  [`${pact}/witness`]: {
    position: 'Inspektur',
    name: 'A. Witness',
    capacity: 'designated',
    witnessedOn: '2024-01-08',
  },
  [`${pact}/publish`]: { publishedOn: '2024-01-09', publicationReference: 'cilegon.go.id' },
  [`${pact}/supersede`]: { ground: 'text-replaced', reason: 'New text', successor: 'next' },
  [`${plan}/adopt`]: {
    region: '36.73',
    period: '2024',
    decree: 'SK-1/2024',
    items: [item],
    announcedItemCount: 3,
    source,
  },
  [`${plan}/report-milestone`]: {
    item: 'regulation',
    milestone: 'draft',
    metOn: '2024-05-01',
    evidence,
    note: 'Met',
  },
  [`${plan}/verify-milestone`]: { item: 'regulation', milestone: 'draft', note: 'Seen' },
  [`${plan}/return-milestone`]: { item: 'regulation', milestone: 'draft', reason: 'A page' },
  [`${plan}/revise-item`]: { item, reason: 'Later', approval: 'SK-17/2024' },
  '/v1/projection/pact-register/skip-parked-event': {
    kind: 'document',
    key: 'cilegon-2024-01-08',
    eventId: '0d8f6a3c-5c1e-5b7a-9a43-7f0f5a4c2e11',
    stream: 'pact-cilegon-2024-01-08',
    revision: '3',
    type: 'PactSigned',
    position: '48211/48211',
    reason: 'Signed twice by a fault of the importer.',
  },
};
