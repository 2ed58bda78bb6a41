import { pactRegister } from '@jejak/views';

import { listOf } from '../reading/list';

export const pactList = listOf(pactRegister, {
  path: '/v1/pacts',
  filters: { region: 'region', state: 'state' },
  sorts: { date: 'date', changedAt: 'changedAt' },
  columns: {
    pact: ({ pact }) => pact,
    region: ({ region }) => region,
    textVersion: ({ textVersion }) => textVersion,
    occasion: ({ occasion }) => occasion,
    date: ({ date }) => date,
    place: ({ place }) => place,
    state: ({ state }) => state,
    signatories: ({ signatories }) => signatories.length,
    witnesses: ({ witnesses }) => witnesses.length,
    publishedOn: ({ publishedOn }) => publishedOn,
    supersessionGround: ({ superseded }) => superseded?.ground ?? null,
    changedAt: ({ changedAt }) => changedAt,
  },
});
