import { type MachineFacts, machineFacts } from '../machine';
import { measureAppends } from './appends';
import { type LongLog, measureLongLog } from './long-log';
import type { EventStoreRow } from './row';
import type { EventStoreScale } from './scale';
import { type Verdict, verdictsOf } from './verdicts';

export interface EventStoreReport {
  readonly machine: MachineFacts;
  readonly rounds: number;
  readonly rows: readonly EventStoreRow[];
  /** Null when nothing of it was asked for. */
  readonly longLog: LongLog | null;
  readonly verdicts: readonly Verdict[];
}

const appendKeys = ['append-1', 'append-16', 'append-64', 'append-256', 'append-500'];
const longLogKeys = ['read-all', 'scan', 'read-8', 'read-1000', 'live', 'open', 'memory'];

/** Throws TypeError for a row that does not exist. */
export async function measureEventStore(
  args: readonly string[],
  scale: EventStoreScale,
  rows: readonly string[],
): Promise<EventStoreReport> {
  const known = [...appendKeys, ...longLogKeys];
  const unknown = rows.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new TypeError(`No row of event-store is called ${unknown}, but ${known.join(', ')} are`);
  }
  const wanted = (key: string): boolean => rows.length === 0 || rows.includes(key);
  const machine = machineFacts(args);
  const appends = appendKeys.some(wanted) ? await measureAppends(scale, wanted) : [];
  const longLog = longLogKeys.some(wanted) ? await measureLongLog(scale, wanted) : null;
  const measured = [...appends, ...(longLog?.rows ?? [])];
  return {
    machine,
    rounds: scale.rounds,
    rows: measured,
    longLog,
    verdicts: verdictsOf(measured, longLog),
  };
}
