import type { ParkedEntry } from '../operations';
import type { ProjectionStorage } from '../storage/projection-storage';
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
    waiting: record.kind === 'document' ? (waiting.get(record.key) ?? 0) : 0,
  }));
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
      waiting: 0,
    },
  ];
}
