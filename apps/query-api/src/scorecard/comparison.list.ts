import {
  type Comparison,
  type PublishedVsComputed,
  publishedVsComputed,
  scorecards,
} from '@jejak/views';

import { listOf } from '../reading/list';

/** The publication a one-line comparison is with: the last final one, else the last of all. */
const compared = ({ comparisons }: PublishedVsComputed): Comparison | undefined =>
  comparisons.findLast(({ status }) => status === 'final') ?? comparisons.at(-1);

export const comparisonList = listOf(scorecards, {
  path: '/v1/scorecards/published-vs-computed',
  filters: {
    region: 'region',
    province: 'province',
    instrument: { field: 'instrument', read: (text) => text.toUpperCase() },
    year: { field: 'year', read: Number },
  },
  item: publishedVsComputed,
  columns: {
    region: ({ region }) => region,
    instrument: ({ instrument }) => instrument,
    year: ({ year }) => year,
    status: ({ status }) => status,
    frameworkVersion: ({ frameworkVersion }) => frameworkVersion,
    computed: ({ computed }) => computed,
    published: (item) => compared(item)?.published ?? null,
    publishedStatus: (item) => compared(item)?.status ?? null,
    asOf: (item) => compared(item)?.asOf ?? null,
    source: (item) => compared(item)?.source.id ?? null,
    difference: (item) => compared(item)?.difference ?? null,
    agreesWhenRounded: (item) => compared(item)?.agreesWhenRounded ?? null,
    band: (item) => compared(item)?.band ?? null,
    claimedBand: (item) => compared(item)?.claimedBand ?? null,
    publications: ({ comparisons }) => comparisons.length,
  },
});
