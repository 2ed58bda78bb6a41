import type { EventStore } from '@jejak/event-store';

import type { Concerns } from '../fold/classify';
import type { ParkedEntry } from '../operations';
import { orNullAfter, waitingInStream } from '../parking/waiting-behind';
import type { ParkedRecord } from '../storage/parked';
import type { ProjectionStorage } from '../storage/projection-storage';
import { slotOf } from './refusals';
import type { ViewSlot } from './view-slot';

/** What is parked in the live generations, then where builds have stopped. */
export async function parkedEntries(
  slots: readonly ViewSlot[],
  storage: ProjectionStorage,
): Promise<readonly ParkedEntry[]> {
  const parked = await Promise.all(slots.map((slot) => parkedIn(slot, storage)));
  return [...parked.flat(), ...slots.flatMap(stoppedBuild)];
}

async function parkedIn({ view }: ViewSlot, storage: ProjectionStorage): Promise<ParkedEntry[]> {
  const entry = await storage.catalogue.read(view.name);
  if (!entry?.live) return [];
  const generation = { name: view.name, ...entry.live };
  const [records, waiting] = await Promise.all([
    storage.parked(generation),
    storage.waiting(generation),
  ]);
  return records.map((record) => ({
    ...record,
    generation,
    holdsUp: 'live',
    waiting: queuedBehind(record, waiting),
  }));
}

function queuedBehind(
  { kind, key }: ParkedRecord,
  queued: ReadonlyMap<string, number>,
): number | null {
  if (kind === 'stream') return null;
  return kind === 'document' ? (queued.get(key) ?? 0) : 0;
}

/** Where a build stopped: the event is not parked, and can be skipped as if it were. */
function stoppedBuild({ build }: ViewSlot): ParkedEntry[] {
  const error = build?.progress.moment().error ?? null;
  if (build === null || !build.progress.isStopped()) return [];
  if (!error?.event || error.key === null) return [];
  const { name, version, build: number } = build.next;
  const { event, key, detail, message, since } = error;
  return [
    {
      ...key,
      generation: { name, version, build: number },
      holdsUp: 'build',
      event,
      error: detail ?? message,
      attempts: 1,
      firstFailedAt: since,
      lastFailedAt: since,
      waiting: null,
    },
  ];
}

/** Milliseconds for all entries together: an operator waits for the list. */
const patience = 2_000;
/** Streams that are read at the same time. */
const atOnce = 8;

export interface WaitingContext {
  readonly slots: readonly ViewSlot[];
  readonly storage: ProjectionStorage;
  readonly store: Pick<EventStore, 'readStored'>;
  readonly concerns: Concerns;
}

/** See `ProjectionOperations.waitingBehind`. */
export async function waitingBehind(
  entries: readonly ParkedEntry[],
  { slots, storage, store, concerns }: WaitingContext,
): Promise<readonly (number | null)[]> {
  const count = async (entry: ParkedEntry, signal: AbortSignal): Promise<number | null> => {
    const { kind, holdsUp, waiting, generation, event } = entry;
    if (kind !== 'stream' || holdsUp === 'build' || signal.aborted) return waiting;
    const { view } = slotOf(slots, generation.name);
    const { position: upTo } = await storage.checkpoint(generation);
    return waitingInStream(store, { view, event, upTo }, concerns, signal);
  };
  const counts = entries.map(({ waiting }) => waiting);
  await orNullAfter(patience, async (signal) => {
    for (let start = 0; start < entries.length; start += atOnce) {
      const some = entries.slice(start, start + atOnce);
      const found = await Promise.all(some.map((entry) => count(entry, signal)));
      if (!signal.aborted) counts.splice(start, found.length, ...found);
    }
  });
  return counts;
}
