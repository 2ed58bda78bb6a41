import type {
  DraftPact,
  PublishPact,
  SignPact,
  SupersedePact,
  WitnessPact,
} from '../pact/commands';
import {
  type PactDrafted,
  type PactEvent,
  type PactPublished,
  type PactSigned,
  type PactSuperseded,
  type PactWitnessed,
  pactObligations,
  type PactTextPublished,
} from '../pact/events';

export const wording: PactTextPublished['data'] = {
  version: '2011',
  title: 'Pakta Integritas',
  legalBasis: 'PermenPAN-RB 49/2011',
  clauses: pactObligations.map((obligation) => ({ obligation, text: `I will ${obligation}` })),
  sha256: 'ab'.repeat(32),
};

/** The ceremony of Kabupaten Serang. Source: ANTARA Banten, 2022. */
export const serang2022: PactDrafted['data'] = {
  pact: 'serang-2022-06-23',
  region: '36.04',
  textVersion: '2011',
  occasion: 'Declaration of Zona Integritas towards WBK and WBBM',
  date: '2022-06-23',
  place: 'Aula Tb Suwandi',
  symbolicSigners: [
    { group: 'heads of agencies', count: 3 },
    { group: 'camat', count: 9 },
  ],
  source: { id: 'S3', citation: 'ANTARA Banten, 2022' },
};

export const context = {
  actor: { kind: 'person', id: 'operator' },
  at: '2022-06-24T02:00:00.000Z',
} as const;
export const key = { pact: serang2022.pact, region: serang2022.region };

export const bupati = {
  position: 'Bupati Serang',
  name: 'Ratu Tatu Chasanah',
  outside: false,
  region: null,
};
export const ombudsman = {
  position: 'Ombudsman RI Banten',
  name: 'Zainal Muttaqin',
  outside: true,
  region: null,
};
export const bapenda = { position: 'Kepala Bapenda', name: null, outside: false, region: null };
export const inspector = { position: 'Inspektur', name: 'Rudy Suhartanto' };

export const draft = (change: Partial<DraftPact> = {}): DraftPact => ({
  type: 'DraftPact',
  ...context,
  ...serang2022,
  text: wording,
  textLastDay: null,
  regionRegistered: true,
  ...change,
});
export const sign = (signatory: SignPact['signatory'], signedOn = '2022-06-23'): SignPact => ({
  type: 'SignPact',
  ...context,
  signatory,
  signedOn,
  textLastDay: null,
  claim: { pact: serang2022.pact, claimedAt: context.at },
  signatureReference: null,
});
export const witness = (
  party: WitnessPact['witness'],
  witnessedOn = '2022-06-23',
): WitnessPact => ({
  type: 'WitnessPact',
  ...context,
  witness: party,
  capacity: null,
  witnessedOn,
});
export const publish = (
  publishedOn = '2022-06-24',
  publicationReference = 'antaranews',
): PublishPact => ({
  type: 'PublishPact',
  ...context,
  publishedOn,
  publicationReference,
});
export const supersede = (change: Partial<SupersedePact> = {}): SupersedePact => ({
  type: 'SupersedePact',
  ...context,
  ground: 'position-changed',
  reason: 'the regent left office',
  successor: 'serang-2025',
  on: '2022-06-24',
  ...change,
});

export const drafted: PactDrafted = { type: 'PactDrafted', data: serang2022 };
export const signed = (signatory: SignPact['signatory'], signedOn = '2022-06-23'): PactSigned => ({
  type: 'PactSigned',
  data: { ...key, signatory, signedOn, signatureReference: null },
});
export const witnessed = (
  party: WitnessPact['witness'],
  witnessedOn = '2022-06-23',
): PactWitnessed => ({
  type: 'PactWitnessed',
  data: { ...key, witness: party, capacity: null, witnessedOn },
});
export const published: PactPublished = {
  type: 'PactPublished',
  data: { ...key, publishedOn: '2022-06-24', publicationReference: 'antaranews' },
};
export const superseded: PactSuperseded = {
  type: 'PactSuperseded',
  data: {
    ...key,
    ground: 'position-changed',
    reason: 'the regent left office',
    successor: 'serang-2025',
    on: '2022-06-24',
  },
};
export const inForce: PactEvent[] = [drafted, signed(bupati), witnessed(inspector), published];
