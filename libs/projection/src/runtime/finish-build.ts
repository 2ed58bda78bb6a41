import { compareGenerations } from '../generations/compare';
import { switched, switchesByItself } from '../generations/decide';
import { isInterruption } from '../lane/write';
import { sleep } from '../waiting/back-off';
import type { ProjectionStorage } from '../storage/projection-storage';
import { isAtOrBefore } from '../view/position-codec';
import type { Build, ViewSlot } from './view-slot';

export interface FinishContext {
  readonly storage: ProjectionStorage;
  /** The generations changed: what is fed must be found out again. */
  readonly reopen: () => void;
}

/** A filled build gets its indexes and is marked ready to join the live generation. */
export async function completeFilling(
  slot: ViewSlot,
  build: Build,
  { storage, reopen }: FinishContext,
): Promise<void> {
  const { entry, view } = slot;
  if (build.feed === null || !entry?.next) return;
  build.stage = 'indexing';
  await storage.index(build.feed.generation, view.indexes);
  const next = { ...entry.next, state: 'ready' } as const;
  slot.entry = await storage.catalogue.replace({ ...entry, next });
  build.stage = 'joining';
  reopen();
}

/**
 * Follows a build that has joined: compares it with the live generation, and switches over where
 * that was decided beforehand. Ends when the signal aborts.
 */
export async function finishBuild(
  slot: ViewSlot,
  build: Build,
  context: FinishContext,
  signal: AbortSignal,
): Promise<void> {
  const { feed } = build;
  if (feed === null || build.next.state !== 'ready') return;
  while (!isLevel(slot, build)) {
    if (build.progress.isStopped()) return;
    await sleep(20, signal);
    if (signal.aborted) return;
  }
  if (switchesByItself(build.next)) {
    while (!(await switchOver(slot, build, context, signal))) {
      if (build.progress.isStopped()) return;
      await sleep(20, signal);
      if (signal.aborted) return;
    }
    return;
  }
  const live = slot.entry?.live;
  if (build.difference === null && live) {
    build.stage = 'comparing';
    const settle = async () => {
      while (!isLevel(slot, build) && !signal.aborted) await sleep(5, signal);
      return feed.saved().position;
    };
    const both = [{ name: slot.view.name, ...live }, feed.generation] as const;
    try {
      build.difference = await compareGenerations(context.storage, ...both, settle, signal);
    } catch (error) {
      if (signal.aborted || isInterruption(error, context.storage)) throw error;
      build.progress.stop(error);
      return;
    }
  }
  build.stage = 'ready';
}

/** Both are fed to the same event; where only the build is fed, it follows the log. */
function isLevel({ feed, progress }: ViewSlot, build: Build): boolean {
  const isLive = build.progress.moment().state === 'live';
  if (feed === null || build.feed === null) return false;
  if (feed === build.feed) return isLive;
  const live = feed.saved().position;
  const next = build.feed.saved().position;
  return (
    isLive &&
    progress.moment().state === 'live' &&
    live?.commit === next?.commit &&
    live?.prepare === next?.prepare
  );
}

/** How long a switch waits for the build to be where the live generation is. */
const patienceMilliseconds = 10_000;

/**
 * Makes the build what is read, once it contains all that the live generation contains: whoever has
 * read an event does not miss it afterwards. False when it did not get there in time.
 */
export async function switchOver(
  slot: ViewSlot,
  build: Build,
  { storage, reopen }: FinishContext,
  signal: AbortSignal,
): Promise<boolean> {
  const deadline = performance.now() + patienceMilliseconds;
  for (;;) {
    const { entry, view } = slot;
    if (!entry?.live || build.feed === null) return false;
    const live = await storage.checkpoint({ name: view.name, ...entry.live });
    const { position } = build.feed.saved();
    if (live.position === null || isAtOrBefore(live.position, position)) {
      slot.entry = await storage.catalogue.replace(switched(entry));
      reopen();
      return true;
    }
    if (performance.now() > deadline || signal.aborted) return false;
    await sleep(20, signal);
  }
}
