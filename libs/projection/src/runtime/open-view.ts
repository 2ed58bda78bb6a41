import type { EventStore } from '@jejak/event-store';

import { fillable, settled, withBuild, withoutBuild, type Fillable } from '../generations/decide';
import { createFeed, type Feed } from '../lane/feed';
import { createParkedKeys, type ParkedKeys } from '../parking/parked-keys';
import { release, type ReleaseContext } from '../parking/release';
import { readSkips } from '../parking/skips';
import type { GenerationKey } from '../storage/catalogue';
import type { Checkpoint, Lease } from '../storage/checkpoint';
import type { ParkedRecord } from '../storage/parked';
import type { ProjectionStorage } from '../storage/projection-storage';
import type { Generation } from '../view/generation';
import type { LeaseBook } from './lease-book';
import { createViewProgress, type ViewProgress } from './view-progress';
import { retryKey, type ViewSlot } from './view-slot';

export interface OpenContext extends Omit<ReleaseContext, 'onStreamReleased'> {
  readonly store: Pick<EventStore, 'readStream'>;
  readonly storage: ProjectionStorage;
  readonly leases: LeaseBook;
  readonly heldDocuments: number;
  readonly tombstoneRetentionMilliseconds: number;
}

/**
 * Finds out which generations of a view this program fills, takes their leases, reads where they
 * stand and tries what is parked in them once more. Leaves `slot.feed` null where another process
 * writes the view. Throws what interrupts.
 */
export async function openView(slot: ViewSlot, context: OpenContext): Promise<void> {
  slot.feed = null;
  if (slot.build !== null) slot.build.feed = null;
  const { primary, next } = await settle(slot, context);
  if (primary === null) {
    slot.build = null;
    const live = slot.entry?.live?.version ?? 'another';
    slot.progress.stop(new Error(`Version ${live} is live, which this program has no code for`));
    return;
  }
  if (!isSame(slot.progress.moment().generation, primary)) slot.toTry = 'all';
  const build = openBuild(slot, primary, next, context.clock);
  const onPoison = build === 'primary' && next?.purpose !== 'rollback' ? 'stop' : 'park';
  slot.liveEvents = await liveEventsOf(slot, context);
  const feed = await openFeed(slot, primary, slot.progress, onPoison, context);
  slot.feed = feed;
  if (feed === null) return;
  if (onPoison === 'park') await tryParked(slot, feed, context);
  if (slot.build !== null) await openSecond(slot, slot.build, feed, context);
  await discardRest(slot, context);
}

/** What a build can be measured by, also where another release fills the live generation. */
async function liveEventsOf(
  { build, entry, view }: ViewSlot,
  { storage }: OpenContext,
): Promise<number | null> {
  if (build === null || !entry?.live) return null;
  return (await storage.checkpoint({ name: view.name, ...entry.live })).events;
}

/** The view's entry, changed where start-up has something to change about it. */
async function settle(slot: ViewSlot, { storage, clock }: OpenContext): Promise<Fillable> {
  const { catalogue } = storage;
  const found = await catalogue.read(slot.view.name);
  const wanted = settled(slot.view, found, clock().toISOString());
  const entry = wanted === null ? found : await catalogue.replace(wanted);
  if (entry === null) throw new Error(`The entry of the view ${slot.view.name} disappeared`);
  slot.entry = entry;
  return fillable(slot.view, entry);
}

const isSame = (one: Generation, other: Generation): boolean =>
  one.version === other.version && one.build === other.build;

/** Keeps what is known of the build while it is the same one. */
function openBuild(
  slot: ViewSlot,
  primary: Generation,
  next: Fillable['next'],
  clock: () => Date,
): 'primary' | 'beside' | 'none' {
  if (next === null) {
    slot.build = null;
    return 'none';
  }
  const isPrimary = isSame(next, primary);
  const known = slot.build?.next.build === next.build ? slot.build : null;
  const progress = isPrimary ? slot.progress : (known?.progress ?? createViewProgress(next, clock));
  const stage = next.state === 'filling' ? 'filling' : (known?.stage ?? 'joining');
  slot.build = { next, progress, stage, difference: known?.difference ?? null, feed: null };
  return isPrimary ? 'primary' : 'beside';
}

/** Null when another process holds the lease, which the progress then says. */
async function openFeed(
  { view }: ViewSlot,
  generation: Generation,
  progress: ViewProgress,
  onPoison: Feed['onPoison'],
  { storage, store, leases, heldDocuments, tombstoneRetentionMilliseconds }: OpenContext,
): Promise<Feed | null> {
  const acquisition = await leases.acquire(generation);
  const { checkpoint } = acquisition;
  // Not before it is known where that is: what is said of the last generation is true until then.
  progress.stand(generation);
  if (acquisition.kind === 'held') {
    progress.standBy(acquisition.writer, checkpoint, acquisition.parked);
    return null;
  }
  const { lease } = acquisition;
  await storage.prepare(generation);
  if (checkpoint.position !== null) {
    if (onPoison === 'park') await storage.index(generation, view.indexes);
    await storage.sweep(lease, checkpoint.position, tombstoneRetentionMilliseconds);
  }
  const parked = createParkedKeys(await storage.takeParked(lease));
  const skips = await readSkips(store, view.name);
  // An earlier life ended after it had changed what is parked and before it could say so.
  if (acquisition.parked !== parked.count()) await tellParked(lease, checkpoint, parked, storage);
  progress.resume(checkpoint, parked.count());
  // A life that died before its first checkpoint has left documents behind.
  const isEmpty =
    checkpoint.position === null && (await storage.documents(generation, null, 1)).length === 0;
  const known = { view, lease, checkpoint, parked, skips, isEmpty };
  return createFeed({ ...known, onPoison, progress, heldDocuments });
}

async function openSecond(
  slot: ViewSlot,
  build: NonNullable<ViewSlot['build']>,
  feed: Feed,
  context: OpenContext,
): Promise<void> {
  if (build.progress === slot.progress) {
    build.feed = feed;
    return;
  }
  const { name, version, build: number } = build.next;
  const onPoison = build.next.purpose === 'rollback' ? 'park' : 'stop';
  const generation = { name, version, build: number };
  build.feed = await openFeed(slot, generation, build.progress, onPoison, context);
}

/**
 * Once in the life of the process, since the code may be another by now, and whenever somebody asks
 * or has decided to leave the event out. Those who read checkpoints are told what is left.
 */
async function tryParked(slot: ViewSlot, feed: Feed, context: OpenContext): Promise<void> {
  const onStreamReleased = () => requestRelease(slot, context);
  const { toTry } = slot;
  const isDue = (record: ParkedRecord): boolean =>
    toTry === 'all' ||
    toTry.has(retryKey(record)) ||
    (record.kind !== 'stream' && feed.skips.has(record, record.event.id));
  const due = feed.parked.all().filter(isDue);
  for (const record of due) await release(feed, record, { ...context, onStreamReleased });
  // Whoever asks meanwhile is heard by the opening that they wait for.
  if (toTry === 'all') slot.toTry = new Set();
  else for (const record of due) toTry.delete(retryKey(record));
  if (due.length === 0) return;
  slot.progress.parked(feed.parked.count());
  await tellParked(feed.lease, feed.saved(), feed.parked, context.storage);
}

/** Those who read checkpoints learn how much is parked; the checkpoint stays where it is. */
async function tellParked(
  lease: Lease,
  checkpoint: Checkpoint,
  parked: ParkedKeys,
  storage: ProjectionStorage,
): Promise<void> {
  const standing = { lease, from: checkpoint, to: checkpoint, parked: parked.count() };
  await storage.saveCheckpoints([standing]);
}

/**
 * A stream's events were held back from documents nobody can name: another build has them all. What
 * is read from a newer release, or will be, is left to that one.
 */
export async function requestRelease(
  slot: ViewSlot,
  { storage, clock }: Pick<OpenContext, 'storage' | 'clock'>,
): Promise<void> {
  const { entry, view } = slot;
  if (entry?.live?.version !== view.version || entry.next?.purpose === 'release') return;
  if (entry.next !== null && entry.next.version > view.version) return;
  const request = {
    purpose: 'release',
    throttle: null,
    requestedAt: clock().toISOString(),
  } as const;
  slot.entry = await storage.catalogue.replace(
    withBuild(withoutBuild(entry), view.version, request),
  );
  const { primary, next } = fillable(view, slot.entry);
  if (primary !== null) openBuild(slot, primary, next, clock);
}

/**
 * Removes what nobody reads any more, then the note that it is to be removed. A generation that
 * another release still feeds stays noted until that has ended: it would come back in part.
 */
async function discardRest(slot: ViewSlot, { storage, leases }: OpenContext): Promise<void> {
  const { entry, view } = slot;
  if (entry === null || entry.discarded.length === 0) return;
  const fed: GenerationKey[] = [];
  for (const key of entry.discarded) {
    const generation = { name: view.name, ...key };
    const { kind } = await leases.acquire(generation);
    if (kind === 'held') {
      fed.push(key);
      continue;
    }
    leases.forget(generation);
    await storage.discard(generation);
  }
  if (fed.length === entry.discarded.length) return;
  slot.entry = await storage.catalogue.replace({ ...entry, discarded: fed });
}
