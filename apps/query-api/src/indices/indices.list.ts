import { indexRegister } from '@jejak/views';

import { listOf } from '../reading/list';
import { indexShown } from './index-shown';

const isTrue = (text: string): boolean => text === 'true';

export const indexList = listOf(indexRegister, {
  path: '/v1/indices',
  filters: {
    kind: { field: 'kind', read: (text) => text.toUpperCase() },
    subject: 'subject',
    region: 'region',
    province: 'province',
    year: { field: 'year', read: Number },
    disputed: { field: 'disputed', read: isTrue },
    misjudged: { field: 'misjudged', read: isTrue },
  },
  sorts: { year: 'year' },
  policies: ['index-scales'],
  item: (index, _id, _query, unconfirmed) => indexShown(index, unconfirmed),
  columns: {
    kind: ({ kind }) => kind,
    subject: ({ subject }) => subject,
    region: ({ region }) => region,
    province: ({ province }) => province,
    year: ({ year }) => year,
    values: ({ publications }) => publications.map(({ value }) => value).join('; '),
    bands: ({ publications }) => publications.map(({ band }) => band ?? 'none').join('; '),
    claimedBands: ({ publications }) =>
      publications.map(({ claimedBand }) => claimedBand ?? 'none').join('; '),
    sources: ({ publications }) => publications.map(({ source }) => source.id).join('; '),
    disputed: ({ disputed }) => disputed,
    misjudged: ({ misjudged }) => misjudged,
    unconfirmed: ({ publications }) =>
      [...new Set(publications.flatMap(({ unconfirmed }) => unconfirmed))].join('; '),
    changedAt: ({ changedAt }) => changedAt,
  },
});
