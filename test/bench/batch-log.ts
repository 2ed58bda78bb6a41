import type { BatchReport } from '@jejak/projection';

import { spent } from './measure';

/** CPU per event of the first and of the last tenth of a log, in microseconds. */
export interface Tenths {
  readonly first: number;
  readonly last: number;
}

/** The end of a batch: how many events were written by then, and the CPU used. */
interface BatchEnd {
  readonly events: number;
  readonly cpuMicroseconds: number;
}

/** Notes at the end of every batch what the process has used by then. */
export function createBatchLog() {
  const ends: BatchEnd[] = [];
  return {
    add({ events }: BatchReport): void {
      const before = ends.at(-1)?.events ?? 0;
      ends.push({ events: before + events, cpuMicroseconds: spent().cpuMicroseconds });
    },
    /** Null when there were too few batches. */
    tenths: (): Tenths | null => tenthsOf(ends),
  };
}

/**
 * Between ends of batches, those nearest to a tenth of the log. At every end but the last the runtime
 * has folded a batch more than it has written, and before the first it has started up: both tenths
 * lie between the end of the first batch and that of the last but one.
 */
function tenthsOf(ends: readonly BatchEnd[]): Tenths | null {
  const steady = ends.slice(0, -1);
  const [first, last, total] = [steady[0], steady.at(-1), ends.at(-1)];
  if (first === undefined || last === undefined || total === undefined) return null;
  const tenth = total.events / 10;
  const nearest = (events: number): BatchEnd =>
    steady.reduce((a, b) => (Math.abs(b.events - events) < Math.abs(a.events - events) ? b : a));
  const tenths = {
    first: between(first, nearest(first.events + tenth)),
    last: between(nearest(last.events - tenth), last),
  };
  return Number.isFinite(tenths.first) && Number.isFinite(tenths.last) ? tenths : null;
}

const between = (a: BatchEnd, b: BatchEnd): number =>
  (b.cpuMicroseconds - a.cpuMicroseconds) / (b.events - a.events);
