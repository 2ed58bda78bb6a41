import type { ProjectionRuntime } from './runtime/runtime';
import type { ProjectionSettings } from './runtime/settings';
import { entry, moody, type Moody } from './testing/moody-views';
import { at, logged } from './testing/recorded';
import { createRunning, eventually, stopAll } from './testing/running';
import { skipped } from './testing/skips';

afterEach(stopAll);

const event = (place: number) => logged(entry(place, place % 2 === 0 ? 'x' : 'y'));
const generation = (version: number, build: number) => ({ name: 'moody', version, build });

/** Version 1 of a view is live, with so many events, and its process runs. */
async function released(count = 8, settings: ProjectionSettings = {}) {
  const all = createRunning([moody().view], { limits: { events: 2 }, writer: 'one', ...settings });
  const { log, runtime, storage } = all;
  for (let place = 1; place <= count; place += 1) log.append(event(place));
  await runtime.start();
  expect(await runtime.waitFor(['moody'], at(count), 1_000)).toBe(true);
  const release = async (version: number, writer: string, code = moody('moody', version)) => {
    const process = all.another({ writer }, [code.view]);
    await process.start();
    return process;
  };
  const catalogue = async () => {
    const found = await storage.catalogue.read('moody');
    if (found === null) throw new Error('The view has no entry');
    return found;
  };
  const isLive = async (version: number): Promise<void> => {
    const deadline = performance.now() + 2_000;
    while ((await catalogue()).live?.version !== version) {
      if (performance.now() > deadline) throw new Error(`Version ${version} is not live`);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  };
  return { ...all, release, catalogue, isLive };
}

const caughtUp = async (process: ProjectionRuntime, build: number): Promise<void> => {
  await eventually(() => {
    const [status] = process.status();
    return status?.caughtUp === true && status.build === build;
  }, 'caught up');
};

describe('A new version of a view', () => {
  it('is built beside the one that is read and switched to by itself', async () => {
    const { release, catalogue, isLive, storage, runtime } = await released();
    await runtime.stop();
    const newer = await release(2, 'one');
    await isLive(2);
    expect(await catalogue()).toMatchObject({
      ...{ live: { version: 2, build: 2 }, previous: { version: 1, build: 1 } },
      ...{ next: null, discarded: [] },
    });
    await caughtUp(newer, 2);
    expect(newer.operations.build('moody')).toBeNull();
    expect(storage.contents(generation(2, 2))).toEqual(storage.contents(generation(1, 1)));
  });

  it('says how far it is while the other one is read', async () => {
    const { release, catalogue, storage, runtime, log } = await released(40, {
      eventsPerBuildCheckpoint: 2,
    });
    storage.beforeWrite = () => new Promise((resolve) => setTimeout(resolve, 10));
    const newer = await release(2, 'two');
    await eventually(() => (newer.operations.build('moody')?.events ?? 0) > 0, 'under way');
    expect(newer.operations.build('moody')).toMatchObject({
      ...generation(2, 2),
      ...{ purpose: 'new-version', state: 'filling', totalEvents: 40, throttle: null },
    });
    expect(newer.status()).toMatchObject([{ version: 2, build: 2, state: 'catching-up' }]);
    expect((await catalogue()).live).toEqual({ version: 1, build: 1 });
    log.append(event(41));
    expect(await runtime.waitFor(['moody'], at(41), 1_000)).toBe(true);
    expect(newer.operations.build('moody')?.state).toBe('filling');
  });

  it('does not go back behind what readers of the other one have seen', async () => {
    const { release, isLive, storage, log } = await released();
    let place = 8;
    const flow = setInterval(() => {
      log.append(event((place += 1)));
    }, 1);
    try {
      await release(2, 'two');
      await isLive(2);
      const ofOld = await storage.checkpoint(generation(1, 1));
      await eventually(() => place > 12, 'some events');
      const ofNew = await storage.checkpoint(generation(2, 2));
      expect(ofNew.position?.commit).toBeGreaterThanOrEqual(ofOld.position?.commit ?? 0n);
    } finally {
      clearInterval(flow);
    }
  });

  it('goes on where it was after a restart', async () => {
    const { release, isLive, storage, log, runtime } = await released(40, {
      eventsPerBuildCheckpoint: 2,
    });
    await runtime.stop();
    storage.beforeWrite = () => new Promise((resolve) => setTimeout(resolve, 5));
    const newer = await release(2, 'one');
    await eventually(() => (newer.operations.build('moody')?.events ?? 0) > 4, 'under way');
    await newer.stop();
    storage.beforeWrite = () => Promise.resolve();
    await release(2, 'one');
    await isLive(2);
    expect(log.subscribedAfter.filter((after) => after === null)).toHaveLength(2);
    expect(storage.contents(generation(2, 2))).toEqual(storage.contents(generation(1, 1)));
  });

  it('is switched to whichever write the process dies at', async () => {
    for (let effects = 0; effects < 36; effects += 1) {
      const { release, isLive, storage, log, runtime } = await released(5);
      await runtime.stop();
      storage.failAfter(effects);
      const newer = await release(2, 'one');
      await eventually(
        () => newer.status().some(({ error, caughtUp: isThere }) => error !== null || isThere),
        'an outage or the end',
      );
      await newer.stop();
      storage.recover();
      const again = await release(2, 'one');
      await isLive(2);
      log.append(event(6));
      expect(await again.waitFor(['moody'], at(6), 1_000)).toBe(true);
      expect(storage.contents(generation(2, 2))).toEqual({
        x: { places: ['2', '4', '6'] },
        y: { places: ['1', '3', '5'] },
      });
      expect(storage.census()).toMatchObject({ checkpoints: 2, moody_v1: 2, moody_v2_b2: 2 });
      await again.stop();
    }
  });

  it('fails at an event it cannot fold, and the one that is read goes on', async () => {
    const { release, catalogue, isLive, runtime, log, storage } = await released();
    const code: Moody = moody('moody', 2);
    code.faults.add('3/y');
    const newer = await release(2, 'two', code);
    await eventually(() => newer.operations.build('moody')?.state === 'failed', 'failed');
    expect(newer.status()).toMatchObject([
      { state: 'stopped', error: { event: { position: at(3) } } },
    ]);
    log.append(event(9));
    expect(await runtime.waitFor(['moody'], at(9), 1_000)).toBe(true);
    expect(await catalogue()).toMatchObject({ live: { version: 1 }, next: { version: 2 } });

    log.append(logged(skipped(10, 'moody', { kind: 'document', key: 'y' }, entry(3, 'y'))));
    await isLive(2);
    expect(storage.contents(generation(2, 2))).toMatchObject({
      y: { places: ['1', '5', '7', '9'] },
    });
  });

  it('takes the place of a version that is still being built, and they do not quarrel', async () => {
    const { release, catalogue, isLive, storage, log } = await released();
    const stuck = moody('moody', 2);
    stuck.faults.add('3/y');
    const second = await release(2, 'two', stuck);
    await eventually(() => second.operations.build('moody')?.state === 'failed', 'failed');
    const third = await release(3, 'three');
    await isLive(3);
    await second.stop();
    const again = await release(2, 'two', stuck);
    await eventually(() => again.status()[0]?.state === 'stopped', 'stopped');
    expect(again.status()[0]?.error?.message).toContain('no code for');
    log.drop();
    log.append(event(9));
    expect(await third.waitFor(['moody'], at(9), 1_000)).toBe(true);
    expect(await catalogue()).toMatchObject({
      ...{ builds: 3, live: { version: 3, build: 3 }, previous: { version: 1, build: 1 } },
    });
    await third.stop();
    await caughtUp(await release(3, 'three'), 3);
    expect((await catalogue()).discarded).toEqual([]);
    expect(storage.census()['moody_v2_b2']).toBeUndefined();
    expect(storage.census()).toMatchObject({ checkpoints: 2 });
  });

  it('ends the build of the version before it, which notices when it is filled', async () => {
    const { release, catalogue, isLive, storage } = await released();
    let slow = true;
    storage.beforeWrite = () => new Promise((resolve) => setTimeout(resolve, slow ? 30 : 0));
    const second = await release(2, 'two');
    await eventually(() => second.operations.build('moody')?.state === 'filling', 'filling');
    await release(3, 'three');
    slow = false;
    await isLive(3);
    await eventually(
      () => second.status()[0]?.error?.message.includes('no code for') === true,
      'stopped',
    );
    expect(second.operations.build('moody')).toBeNull();
    expect(await catalogue()).toMatchObject({ builds: 3, next: null });
  });
});

describe('An older release', () => {
  it('keeps feeding its generation after the switch and never switches back', async () => {
    const { release, catalogue, isLive, runtime, log, storage } = await released();
    const newer = await release(2, 'two');
    await isLive(2);
    const { revision } = await catalogue();
    log.append(event(9));
    expect(await runtime.waitFor(['moody'], at(9), 1_000)).toBe(true);
    log.drop();
    log.append(event(10));
    for (const process of [runtime, newer]) {
      expect(await process.waitFor(['moody'], at(10), 1_000)).toBe(true);
    }
    expect(storage.contents(generation(1, 1))).toEqual(storage.contents(generation(2, 2)));
    await runtime.stop();
    const again = await release(1, 'one');
    log.append(event(11));
    expect(await again.waitFor(['moody'], at(11), 1_000)).toBe(true);
    expect(await catalogue()).toMatchObject({ revision, live: { version: 2 } });
  });

  it('answers a released stream with no build that would take readers back', async () => {
    const { release, catalogue, isLive, runtime, log } = await released();
    const code = moody();
    code.faults.add('9/*');
    await runtime.stop();
    const older = await release(1, 'one', code);
    const newer = await release(2, 'two');
    await isLive(2);
    log.append(event(9));
    for (const process of [older, newer]) {
      expect(await process.waitFor(['moody'], at(9), 1_000)).toBe(true);
    }
    code.faults.clear();
    await older.operations.retry('moody', { kind: 'stream', key: 'pact-p' });
    await newer.stop();
    log.append(event(10));
    expect(await older.waitFor(['moody'], at(10), 1_000)).toBe(true);
    expect(await catalogue()).toMatchObject({ next: null, live: { version: 2 }, builds: 2 });
  });

  it('can be rolled back to, and no restart of the newer one undoes that', async () => {
    const { release, catalogue, isLive, runtime, log } = await released();
    const newer = await release(2, 'two');
    await isLive(2);
    expect(await runtime.operations.rollback('moody')).toMatchObject(generation(1, 1));
    await eventually(() => runtime.operations.build('moody')?.state === 'ready', 'ready');
    expect(runtime.operations.build('moody')?.difference).toMatchObject({ same: 2, changed: 0 });
    expect(await runtime.operations.switchOver('moody')).toEqual(generation(1, 1));
    log.drop();
    log.append(event(9));
    for (const process of [runtime, newer]) {
      expect(await process.waitFor(['moody'], at(9), 1_000)).toBe(true);
    }
    await newer.stop();
    await caughtUp(await release(2, 'two'), 2);
    expect(await catalogue()).toMatchObject({
      ...{ live: { version: 1, build: 1 }, previous: { version: 2, build: 2 } },
      ...{ next: null, builds: 2 },
    });
  });

  it('stops and says why once its generation is discarded, and leaves nothing behind', async () => {
    const { release, catalogue, isLive, runtime, log, storage } = await released();
    const newer = await release(2, 'two');
    await isLive(2);
    await caughtUp(newer, 2);
    await newer.operations.rebuild('moody', { throttle: null });
    await eventually(() => newer.operations.build('moody')?.state === 'ready', 'ready');
    await newer.operations.switchOver('moody');
    log.append(event(9), event(10));
    expect(await newer.waitFor(['moody'], at(10), 1_000)).toBe(true);
    log.drop();
    await eventually(() => runtime.status()[0]?.state === 'stopped', 'stopped');
    expect(runtime.status()[0]?.error?.message).toContain('Version 2 is live');
    await newer.operations.rebuild('moody', { throttle: null });
    await newer.operations.cancel('moody');
    expect((await catalogue()).discarded).toEqual([]);
    expect(Object.keys(storage.census()).filter((name) => name.startsWith('moody'))).toEqual([
      'moody_v2_b2',
      'moody_v2_b3',
    ]);
    expect(storage.census()).toMatchObject({ checkpoints: 2 });
  });
});
