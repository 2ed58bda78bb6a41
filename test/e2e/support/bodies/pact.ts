import { source } from './parts';

const pact = '/v1/pacts/cilegon-2024-01-08';

export const pactBodies: Readonly<Record<string, object>> = {
  '/v1/pact-texts/another/publish': {
    title: 'Pakta Integritas',
    legalBasis: 'PermenPAN-RB 49/2011',
    clauses: [{ obligation: 'prevent-corruption', text: 'Takes part.' }],
  },
  '/v1/pact-texts/another/retire': { lastDay: '2024-12-31', reason: 'Another text is in force' },
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
    region: '36.72',
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
  [`${pact}/supersede`]: {
    ground: 'text-replaced',
    on: '2025-03-01',
    reason: 'New text',
    successor: 'next',
  },
  [`${pact}/supersede-signature`]: {
    position: 'Wali Kota Cilegon',
    name: 'Helldy Agustian',
    ground: 'position-changed',
    on: '2025-02-20',
    reason: 'The term ended',
    successor: 'next',
  },
  '/v1/pact-coverage/36.72/bappeda/record': {
    unitName: 'Bappeda',
    staff: 80,
    signed: 79,
    asOf: '2024-01-08',
    source,
  },
  '/v1/pact-breaches/2024-001/report': {
    region: '36.72',
    pact: 'cilegon-2024-01-08',
    position: 'Inspektur',
    obligations: ['set-an-example'],
    reporter: '5f0c2a91-3c1e-4b7a-9a43-7f0f5a4c2e11',
    reportedOn: '2024-02-01',
    appealOf: '2023-009',
  },
  '/v1/pact-breaches/2024-001/conclude': {
    finding: 'proven',
    sanctionReference: 'SK-3/2024',
    reason: 'Seen in the minutes',
    concludedOn: '2024-03-01',
  },
};
