import type { DirectoryRegion } from '@jejak/views';

import type { RowList } from '../reading/row-list';

/** By code: provinces, each followed by its regencies and cities. */
export const regionList: RowList<DirectoryRegion> = {
  path: '/v1/regions',
  narrowedBy: ['region', 'province', 'level'],
  sorts: { code: 'code', name: 'name' },
  defaultSort: 'code',
  // A region that came back to a code has had it more than once.
  idOf: ({ id, validFrom }) => [id, validFrom ?? ''].join(' '),
  columns: {
    id: ({ id }) => id,
    code: ({ code }) => code,
    name: ({ name }) => name,
    level: ({ level }) => level,
    validFrom: ({ validFrom }) => validFrom,
    validUntil: ({ validUntil }) => validUntil,
    recordedAt: ({ recordedAt }) => recordedAt,
  },
};
