import { createFeed } from '../lane/feed';
import { createParkedKeys } from '../parking/parked-keys';
import { createSkips } from '../parking/skips';
import type { CatalogueEntry, NextGeneration } from '../storage/catalogue';
import { createMemoryStorage } from '../testing/memory-storage';
import { checkpointAt, leaseOf } from '../testing/storage.samples';
import { register } from '../testing/views';
import { finishBuild } from './finish-build';
import { createViewProgress } from './view-progress';
import type { Build, ViewSlot } from './view-slot';

const live = { name: 'register', version: 0, build: 1 };
const own = { name: 'register', version: 1, build: 2 };
const next: NextGeneration = {
  ...{ version: 1, build: 2, purpose: 'new-version', state: 'ready' },
  ...{ throttle: null, requestedAt: '' },
};

it('A build that switches by itself waits however long another release stays ahead of it', async () => {
  const storage = createMemoryStorage();
  const entry: CatalogueEntry = {
    ...{ view: 'register', revision: 0n, builds: 2, previous: null, discarded: [], next },
    live: { version: 0, build: 1 },
  };
  const lease = await leaseOf(storage, live, 'older');
  const from = await storage.checkpoint(live);
  await storage.saveCheckpoints([{ lease, from, to: checkpointAt(2), parked: 0 }]);
  const progress = createViewProgress(own, () => new Date(0));
  const feed = createFeed({
    ...{ view: register, lease: { generation: own, fence: 1n }, checkpoint: checkpointAt(1) },
    ...{ parked: createParkedKeys([]), skips: createSkips(), onPoison: 'stop', progress },
    isEmpty: false,
    heldDocuments: 1,
  });
  progress.follow();
  progress.becomeLive();
  const build: Build = {
    ...{ next: { ...own, ...next }, progress, stage: 'joining', difference: null, feed },
  };
  const slot: ViewSlot = {
    ...{ view: register, progress, feed, build, liveEvents: null, toTry: new Set<string>() },
    entry: await storage.catalogue.replace(entry),
  };
  const stopping = new AbortController();
  // Every look at the clock finds it a minute later.
  let minutes = 0;
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => 60_000 * (minutes += 1));
  try {
    const reopen = jest.fn();
    const finished = finishBuild(slot, build, { storage, reopen }, stopping.signal);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect((await storage.catalogue.read('register'))?.live).toEqual({ version: 0, build: 1 });
    feed.accept({ changed: new Map(), rows: [], queued: [] }, checkpointAt(2));
    feed.arrived(checkpointAt(2));
    await Promise.race([finished, new Promise((resolve) => setTimeout(resolve, 1_000))]);
    expect((await storage.catalogue.read('register'))?.live).toEqual({ version: 1, build: 2 });
    expect(reopen).toHaveBeenCalledTimes(1);
  } finally {
    clock.mockRestore();
    stopping.abort();
  }
});
