import type { ComparedArea, SeriesYear } from '@jejak/views';

import type { Table } from '../reading/row-stream';
import type { ComparisonReply } from './comparison.service';
import type { SeriesReply } from './series.service';

type ComparedCell = ComparedArea['regions'][number] & {
  readonly area: string;
  readonly name: string;
};

/** A row for each area and region. */
export const comparisonTable: Table<ComparisonReply, ComparedCell> = {
  name: 'comparison',
  rows: ({ areas }) =>
    areas.flatMap(({ id, name, regions }) =>
      regions.map((standing) => ({ area: id, name, ...standing })),
    ),
  columns: {
    area: ({ area }) => area,
    name: ({ name }) => name,
    region: ({ region }) => region,
    status: ({ status }) => status,
    score: ({ score }) => score,
    gap: ({ gap }) => gap,
    asOf: ({ asOf }) => asOf,
    source: ({ source }) => source?.id ?? null,
  },
};

type SeriesCell = SeriesYear['areas'][number] & {
  readonly year: number;
  readonly framework: SeriesYear['framework'];
  readonly total: SeriesYear['score'];
};

/** A row for each year and area, with the total of the year. */
export const seriesTable: Table<SeriesReply, SeriesCell> = {
  name: 'series',
  rows: ({ years }) =>
    years.flatMap(({ year, framework, score: total, areas }) =>
      areas.map((area) => ({ year, framework, total, ...area })),
    ),
  columns: {
    year: ({ year }) => year,
    frameworkVersion: ({ framework }) => framework?.version ?? null,
    weightsBasis: ({ framework }) => framework?.weightsBasis ?? null,
    area: ({ id }) => id,
    name: ({ name }) => name,
    status: ({ status }) => status,
    score: ({ score }) => score,
    source: ({ source }) => source?.id ?? null,
    total: ({ total }) => total?.value ?? null,
    totalStatus: ({ total }) => total?.status ?? null,
  },
};
