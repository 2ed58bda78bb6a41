import type { DirectoryRegion } from '@jejak/views';

import type { Table } from '../reading/row-stream';
import type { RegionsReply } from './region.service';

export const regionTable: Table<RegionsReply, DirectoryRegion> = {
  name: 'regions',
  rows: ({ regions }) => regions,
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
