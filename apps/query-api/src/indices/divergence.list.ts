import {
  type DivergenceDocument,
  figureHolding,
  indexDivergence,
  type MeasuredFigure,
} from '@jejak/views';

import { listOf } from '../reading/list';

/** MCP and SPI of a region in a year, and how far papers and perception are apart. */
export interface Divergence extends Pick<
  DivergenceDocument,
  'region' | 'province' | 'year' | 'mcp' | 'spi' | 'changedAt'
> {
  /** The figures that the difference is taken of. */
  readonly holding: { readonly mcp: MeasuredFigure | null; readonly spi: MeasuredFigure | null };
  /** MCP less SPI in points with two decimals, as text; null where one of them is unknown. */
  readonly difference: string | null;
}

const pointsOf = (hundredths: number): string => (hundredths / 100).toFixed(2);

export const divergenceList = listOf(indexDivergence, {
  path: '/v1/indices/divergence',
  filters: { region: 'region', province: 'province', year: { field: 'year', read: Number } },
  sorts: { difference: 'hundredths' },
  item: ({ region, province, year, mcp, spi, hundredths, changedAt }): Divergence => ({
    region,
    province,
    year,
    difference: hundredths === null ? null : pointsOf(hundredths),
    holding: { mcp: figureHolding(mcp, year), spi: figureHolding(spi, year) },
    mcp,
    spi,
    changedAt,
  }),
  columns: {
    region: ({ region }) => region,
    province: ({ province }) => province,
    year: ({ year }) => year,
    mcp: ({ holding }) => holding.mcp?.value ?? null,
    mcpSource: ({ holding }) => holding.mcp?.source.id ?? null,
    spi: ({ holding }) => holding.spi?.value ?? null,
    spiSource: ({ holding }) => holding.spi?.source.id ?? null,
    difference: ({ difference }) => difference,
    changedAt: ({ changedAt }) => changedAt,
  },
});
