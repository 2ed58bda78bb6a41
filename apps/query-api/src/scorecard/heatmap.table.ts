import type { HeatCell, HeatRow } from '@jejak/views';

import type { Table } from '../reading/row-stream';
import type { HeatmapReply } from './score-tree.service';

type Cell = HeatCell & Pick<HeatRow, 'region' | 'frameworkVersion' | 'provisional' | 'computed'>;

/** A row for each region and area, with the total of the region. */
export const heatmapTable: Table<HeatmapReply, Cell> = {
  name: 'heatmap',
  rows: ({ rows }) =>
    rows.flatMap(({ region, frameworkVersion, provisional, computed, cells }) =>
      cells.map((cell) => ({ region, frameworkVersion, provisional, computed, ...cell })),
    ),
  columns: {
    region: ({ region }) => region,
    area: ({ area }) => area,
    score: ({ score }) => score,
    band: ({ band }) => band,
    frameworkVersion: ({ frameworkVersion }) => frameworkVersion,
    provisional: ({ provisional }) => provisional,
    total: ({ computed }) => computed,
  },
};
