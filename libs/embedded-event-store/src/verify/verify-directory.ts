import { type Progress } from '@jejak/embedded-node';
import { readEndMark } from '../storage/end-mark';
import { entriesOf, openMaps, type EventMaps } from '../storage/environment';
import { checkLog } from './check-log';
import { checkCounters, checkEnd, checkIndex, checkStreams } from './check-streams';
import { Fault } from './fault';
import { type Snapshot } from './snapshot';

export interface Verification {
  /** In the log. */
  readonly events: number;
  readonly streams: number;
  /** The first thing that is wrong, with its position, stream and revision; null when all is well. */
  readonly fault: string | null;
}

/** Entries looked at in one turn of the event loop. */
const TURN = 1_000;

/** Reads the files in this process, which damaged pages may end; see `verifyEventStore`. */
export async function verifyDirectory(
  directory: string,
  onProgress: Progress = () => undefined,
): Promise<Verification> {
  // Before the log is, which may go beyond it meanwhile.
  const mark = readEndMark(directory) ?? -1;
  const maps = openMaps(directory, { readOnly: true });
  try {
    return await verify(maps, mark, onProgress);
  } finally {
    await maps.root.close();
  }
}

async function verify(maps: EventMaps, mark: number, onProgress: Progress): Promise<Verification> {
  const transaction = maps.root.useReadTransaction();
  const total = entriesOf(maps.log) + entriesOf(maps.index) + entriesOf(maps.streams);
  const counted = { events: entriesOf(maps.log), streams: entriesOf(maps.streams) };
  let done = 0;
  const snapshot: Snapshot = {
    ...maps,
    seen: { transaction },
    advance: () => {
      done++;
      if (done % TURN !== 0) return undefined;
      onProgress(done, total);
      return new Promise((resolve) => setImmediate(resolve));
    },
  };
  try {
    const facts = await checkLog(snapshot);
    counted.events = facts.events;
    await checkIndex(snapshot, facts);
    counted.streams = await checkStreams(snapshot, facts);
    checkCounters(snapshot, facts, counted.streams);
    checkEnd(facts, mark);
    onProgress(total, total);
    return { ...counted, fault: null };
  } catch (error) {
    // What is not found by comparing shows itself when it cannot be read.
    const fault = error instanceof Fault ? error.message : `it cannot be read: ${String(error)}`;
    return { ...counted, fault };
  } finally {
    transaction.done();
  }
}
