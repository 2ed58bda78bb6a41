import { type MachineFacts, machineFacts } from '../machine';
import type { Verdict } from '../projections/verdicts';
import { type LargeCollection, measureLargeCollection } from './large-collection';
import { measureRows } from './measured-rows';
import type { ReadStoreRow } from './row';
import type { ReadStoreScale } from './scale';
import { tasksOf } from './tasks';
import { verdictsOf } from './verdicts';
import type { Waiting } from './waiting';

export interface ReadStoreReport {
  readonly machine: MachineFacts;
  readonly scale: ReadStoreScale;
  readonly rows: readonly ReadStoreRow[];
  /** Null when they were not asked for. */
  readonly waiting: Waiting | null;
  readonly large: LargeCollection | null;
  readonly verdicts: readonly Verdict[];
}

/** Throws TypeError for a row that does not exist. */
export async function measureReadStore(
  args: readonly string[],
  scale: ReadStoreScale,
  asked: readonly string[],
): Promise<ReadStoreReport> {
  const few = [...tasksOf(scale).map(({ key }) => key), 'waiting'];
  const known = [...few, 'open'];
  const unknown = asked.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new TypeError(`No row of read-store is called ${unknown}, but ${known.join(', ')} are`);
  }
  const wanted = (key: string): boolean => asked.length === 0 || asked.includes(key);
  const machine = machineFacts(args);
  const { rows, waiting } = few.some(wanted)
    ? await measureRows(scale, wanted)
    : { rows: [], waiting: null };
  const large = wanted('open') ? await measureLargeCollection(scale) : null;
  return { machine, scale, rows, waiting, large, verdicts: verdictsOf(rows, waiting, large) };
}
