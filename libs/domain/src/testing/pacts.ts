import { type PactDrafted, pactObligations, type PactTextPublished } from '../pact/events';

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
