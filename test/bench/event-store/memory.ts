import type { Crew } from '../processes/crew';
import { say } from '../projections/log-crew';
import type { StorePair } from './crew';
import type { EventStoreScale } from './scale';

/** What the node held at some moment, after a collection of garbage. */
export interface MemoryAt {
  readonly moment: string;
  /** The moment, of the same process, that it should not go beyond. */
  readonly beside: string | null;
  /** The process's own; null where the system does not tell it apart. */
  readonly ownMebibytes: number | null;
  /** With pages of the log that the system keeps mapped. */
  readonly allMebibytes: number;
  /** Appends per second, 64 in flight, just before. */
  readonly appendsPerSecond: number;
}

const subscribers = 100;

const inFlight = 64;

const withoutSubscribers = 'without subscribers';

/** Writes with 64 in flight, so that whoever follows the log has something to be sent. */
export async function memoryAt(
  moment: string,
  beside: string | null,
  { node, client }: StorePair,
  { singleAppends }: EventStoreScale,
): Promise<MemoryAt> {
  const events = singleAppends * 4;
  const { seconds } = await client.call('append', { events, inFlight, eventsEach: 1 });
  const { own, all } = await node.call('memory', undefined);
  const found = {
    moment,
    beside,
    ownMebibytes: own === null ? null : own / 2 ** 20,
    allMebibytes: all / 2 ** 20,
    appendsPerSecond: events / seconds,
  };
  say(`  ${moment}: ${(found.ownMebibytes ?? found.allMebibytes).toFixed(0)} MiB`);
  return found;
}

/**
 * Without subscribers, with a hundred idle ones, and with a hundred that take nothing. A hundred were
 * there before and have left, so that what the heap grew by for them is not counted, and a leak is.
 */
export async function measureMemory(
  crew: Crew,
  store: StorePair,
  scale: EventStoreScale,
): Promise<MemoryAt[]> {
  const { connectionString } = store;
  const beside = async (kind: 'idle' | 'slow'): Promise<MemoryAt> => {
    const some = await crew.start('subscribers', { connectionString, count: subscribers, kind });
    const moment = `${subscribers} ${kind} subscribers`;
    const found = await memoryAt(moment, withoutSubscribers, store, scale);
    await some.stop();
    return found;
  };
  await beside('idle');
  const without = await memoryAt(withoutSubscribers, null, store, scale);
  return [without, await beside('idle'), await beside('slow')];
}
