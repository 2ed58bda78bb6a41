import type { LkeScorecard, ZoneFunnel } from '@jejak/views';

import type { Positioned } from '../reading/replies';
import type { Table } from '../reading/row-stream';
import type { ZoneScorecards } from './zone.service';

/** A row for each unit. */
export const funnelTable: Table<ZoneFunnel & Positioned, ZoneFunnel['units'][number]> = {
  name: 'zone-funnel',
  rows: ({ units }) => units,
  columns: {
    region: ({ region }) => region,
    unit: ({ unit }) => unit,
    unitName: ({ unitName }) => unitName,
    stages: ({ stages }) => stages.join(' '),
  },
};

type CheckedSet = LkeScorecard['checks'][number] & Pick<LkeScorecard, 'set' | 'target'>;

/** A row for each set of answers and threshold, with the gap to it. */
export const zoneScorecardTable: Table<ZoneScorecards & Positioned, CheckedSet> = {
  name: 'zone-scorecards',
  rows: ({ items }) =>
    items.flatMap(({ set, target, checks }) => checks.map((check) => ({ set, target, ...check }))),
  columns: {
    set: ({ set }) => set,
    target: ({ target }) => target,
    check: ({ id }) => id,
    name: ({ name }) => name,
    required: ({ required }) => required,
    reached: ({ reached }) => reached,
    gap: ({ gap }) => gap,
    passed: ({ passed }) => passed,
    unconfirmed: ({ unconfirmed }) => unconfirmed,
  },
};
