import type {
  ComputedRankingReply,
  ComputedRankingRow,
  RankingReply,
  RankingRow,
} from '@jejak/views';

import type { Positioned } from '../reading/replies';
import type { Table } from '../reading/row-stream';

/** The ranked rows alone: units without data and the remarks are in the JSON form. */
export const rankingTable: Table<RankingReply & Positioned, RankingRow> = {
  name: 'ranking',
  rows: ({ rows }) => rows,
  columns: {
    rank: ({ rank }) => rank,
    rankLabel: ({ rankLabel }) => rankLabel,
    tie: ({ tie }) => tie,
    rankWithheld: ({ rankWithheld }) => rankWithheld,
    region: ({ region }) => region.code,
    name: ({ region }) => region.name,
    level: ({ region }) => region.level,
    value: ({ value }) => value,
    status: ({ status }) => status,
    asOf: ({ asOf }) => asOf,
    publishedRank: ({ publishedRank }) => publishedRank,
    computed: ({ computed }) => computed,
    source: ({ source }) => source.id,
    recordedAt: ({ recordedAt }) => recordedAt,
  },
};

export const computedRankingTable: Table<ComputedRankingReply & Positioned, ComputedRankingRow> = {
  name: 'computed-ranking',
  rows: ({ rows }) => rows,
  columns: {
    rank: ({ rank }) => rank,
    rankLabel: ({ rankLabel }) => rankLabel,
    bestRank: ({ rankBetween }) => rankBetween[0],
    worstRank: ({ rankBetween }) => rankBetween[1],
    region: ({ region }) => region.code,
    name: ({ region }) => region.name,
    level: ({ region }) => region.level,
    value: ({ value }) => value,
    band: ({ band }) => band,
    amendedBy: ({ amendedBy }) => amendedBy,
    finalisedAt: ({ finalisedAt }) => finalisedAt,
  },
};
