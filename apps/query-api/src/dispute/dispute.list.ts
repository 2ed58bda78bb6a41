import { disputes } from '@jejak/views';

import { listOf } from '../reading/list';

export const disputeList = listOf(disputes, {
  path: '/v1/scores/disputes',
  filters: {
    instrument: { field: 'instrument', read: (text) => text.toUpperCase() },
    region: 'regions',
    province: 'provinces',
  },
  sorts: { year: 'year', changedAt: 'changedAt' },
  columns: {
    instrument: ({ instrument }) => instrument,
    year: ({ year }) => year,
    claims: ({ claims }) => claims.length,
    regions: ({ regions }) => regions.join(' '),
    provinces: ({ provinces }) => provinces.join(' '),
    changedAt: ({ changedAt }) => changedAt,
  },
});
