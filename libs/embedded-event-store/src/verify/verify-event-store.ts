import { access } from 'node:fs/promises';
import { join, resolve as absolutePath } from 'node:path';
import { DATA_FILE, entriesOf, openMaps, type EventMaps } from '../storage/environment';
import { checkLog } from './check-log';
import { checkCounters, checkIndex, checkStreams } from './check-streams';
import { Fault } from './fault';
import { type Snapshot } from './snapshot';

export interface VerifyOptions {
  /** The data directory to read; a node may be running on it. */
  readonly directory: string;
  /** Entries of log, index and streams looked at so far, of how many. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Verification {
  /** In the log. */
  readonly events: number;
  readonly streams: number;
  /** The first thing that is wrong, with its position, stream and revision; null when all is well. */
  readonly fault: string | null;
}

/** Entries looked at in one turn of the event loop. */
const TURN = 1_000;

/**
 * Reads all of a data directory as it is at one moment and compares what it says twice: the log
 * with its checksums, its index, the states of the streams and the counters. Changes nothing. While
 * it runs, a node on the directory cannot use space again that it frees.
 *
 * What is wrong is returned. Rejects with `code` `ENOENT` when there is no event store in the
 * directory, or the system's own code when it cannot be opened.
 */
export async function verifyEventStore(options: VerifyOptions): Promise<Verification> {
  const directory = absolutePath(options.directory);
  await access(join(directory, DATA_FILE));
  const maps = openMaps(directory, { readOnly: true });
  try {
    return await verify(maps, options.onProgress ?? (() => undefined));
  } finally {
    await maps.root.close();
  }
}

async function verify(
  maps: EventMaps,
  onProgress: (done: number, total: number) => void,
): Promise<Verification> {
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
