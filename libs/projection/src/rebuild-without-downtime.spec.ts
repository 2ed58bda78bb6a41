import type { BuildStatus } from './operations';
import type { ProjectionRuntime } from './runtime/runtime';
import type { ProjectionSettings } from './runtime/settings';
import { entry, moody } from './testing/moody-views';
import { at, logged } from './testing/recorded';
import { createRunning, eventually, statusOf, stopAll } from './testing/running';
import { skipped } from './testing/skips';
import { generationOf, tally } from './testing/views';
import { encodePosition } from './view/position-codec';

afterEach(stopAll);

const names = ['a', 'b', 'c', 'd'];
const event = (place: number) => logged(entry(place, names[place % 4] ?? ''));
const unthrottled = { throttle: null };

/** A view with so many events behind it, another one beside it, and no build. */
async function running(count: number, settings: ProjectionSettings = {}) {
  const { view, faults } = moody();
  const all = createRunning([view, tally], { limits: { events: 3 }, ...settings });
  const { log, runtime } = all;
  for (let place = 1; place <= count; place += 1) log.append(event(place));
  await runtime.start();
  expect(await runtime.waitFor(['moody', 'tally'], at(count), 2_000)).toBe(true);
  const generation = (build: number) => ({ ...generationOf(view), build });
  return { ...all, operations: runtime.operations, view, faults, generation };
}

const state = ({
  operations,
}: Pick<ProjectionRuntime, 'operations'>): BuildStatus['state'] | null =>
  operations.build('moody')?.state ?? null;
const ready = async (runtime: Pick<ProjectionRuntime, 'operations'>): Promise<BuildStatus> => {
  await eventually(() => state(runtime) === 'ready', 'a ready build');
  const build = runtime.operations.build('moody');
  if (build === null) throw new Error('The build is gone');
  return build;
};

describe('A rebuild', () => {
  it('fills another generation while the live one follows and is what is read', async () => {
    const { log, runtime, operations, storage, generation, view } = await running(30, {
      limits: { events: 1 },
    });
    expect(await operations.rebuild('moody', { throttle: 40 })).toMatchObject({
      ...generation(2),
      ...{ purpose: 'rebuild', state: 'filling', throttle: 40, totalEvents: 30 },
      ...{ difference: null, error: null, requestedAt: expect.stringMatching(/Z$/) },
    });
    log.append(event(31), event(32));
    expect(await runtime.waitFor(['moody'], at(32), 200)).toBe(true);
    expect(state(runtime)).toBe('filling');
    expect(statusOf(runtime.status(), view)).toMatchObject({ build: 1, events: 32 });
    expect((await storage.catalogue.read('moody'))?.live).toEqual({ version: 1, build: 1 });
    expect(await ready(runtime)).toMatchObject({ events: 32, totalEvents: 32, position: at(32) });
    expect(storage.contents(generation(2))).toEqual(storage.contents(generation(1)));
  });

  it('says how far it is, how fast, and how long it will take', async () => {
    const { operations } = await running(60, { limits: { events: 1 } });
    await operations.rebuild('moody', { throttle: 100 });
    await eventually(() => (operations.build('moody')?.events ?? 0) > 20, 'under way');
    await eventually(() => (operations.build('moody')?.eventsPerSecond ?? 0) > 0, 'a rate');
    const {
      events = 0,
      totalEvents,
      secondsLeft,
      eventsPerSecond = 0,
    } = operations.build('moody') ?? {};
    expect(totalEvents).toBe(60);
    expect(eventsPerSecond).toBeLessThan(150);
    expect(secondsLeft).toBeCloseTo((60 - events) / eventsPerSecond, 1);
  });

  it('keeps to its throttle, which a second request changes', async () => {
    const { runtime, operations } = await running(40, { limits: { events: 1 } });
    const began = performance.now();
    const first = await operations.rebuild('moody', { throttle: 10 });
    await eventually(() => (operations.build('moody')?.events ?? 0) >= 2, 'two events');
    expect(performance.now() - began).toBeGreaterThan(90);
    const second = await operations.rebuild('moody', unthrottled);
    expect(second).toMatchObject({ build: first.build, throttle: null });
    await ready(runtime);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('goes on where it was after a restart of the process', async () => {
    const { runtime, another, log, operations, storage, generation } = await running(40, {
      limits: { events: 4 },
      eventsPerBuildCheckpoint: 4,
    });
    await operations.rebuild('moody', { throttle: 80 });
    await eventually(() => (operations.build('moody')?.events ?? 0) >= 8, 'under way');
    await runtime.stop();
    const { position } = await storage.checkpoint(generation(2));
    const next = another();
    await next.start();
    await eventually(() => next.operations.build('moody') !== null, 'taken up');
    await next.operations.rebuild('moody', unthrottled);
    await ready(next);
    expect(position?.commit).toBeGreaterThanOrEqual(8n);
    expect(log.subscribedAfter.filter((after) => after === null)).toHaveLength(2);
    expect(storage.contents(generation(2))).toEqual(storage.contents(generation(1)));
  });

  it('can be given up, and leaves nothing behind', async () => {
    const { operations, storage, runtime } = await running(20);
    const before = storage.census();
    const entryBefore = await storage.catalogue.read('moody');
    await operations.rebuild('moody', { throttle: 10 });
    await operations.cancel('moody');
    expect(state(runtime)).toBeNull();
    expect(storage.census()).toEqual(before);
    await operations.rebuild('moody', unthrottled);
    await ready(runtime);
    await operations.cancel('moody');
    expect(storage.census()).toEqual(before);
    expect(await storage.catalogue.read('moody')).toEqual({
      ...entryBefore,
      builds: 3,
      revision: expect.any(BigInt),
    });
  });

  it('gets its indexes after it is filled', async () => {
    const { operations, storage, runtime } = await running(9);
    const from = storage.calls.length;
    await operations.rebuild('moody', unthrottled);
    await ready(runtime);
    const calls = storage.calls
      .slice(from)
      .filter((call) => call.endsWith('moody') || call.includes('write moody'));
    const lastWrite = calls.findLastIndex((call) => call.startsWith('write'));
    expect(lastWrite).toBeGreaterThan(-1);
    expect(calls.slice(lastWrite)).toContain('index moody');
  });

  it.each([1, 2, 5, 100])(
    'comes to the same whichever write it dies at, in pages of %i',
    async (events) => {
      for (let effects = 0; effects < 30; effects += 3) {
        const { runtime, operations, storage, generation, log, view } = await running(8, {
          limits: { events },
          eventsPerBuildCheckpoint: 2,
        });
        storage.failAfter(effects);
        const asked = operations.rebuild('moody', unthrottled).catch(() => null);
        log.append(event(9));
        const isAway = (): boolean => statusOf(runtime.status(), view).error !== null;
        await eventually(() => isAway() || state(runtime) === 'ready', 'an outage or the end');
        storage.recover();
        await asked;
        // What did not get into the catalogue was never asked for.
        if (effects > 0 || (await storage.catalogue.read('moody'))?.next) {
          expect((await ready(runtime)).difference).toMatchObject({
            changed: 0,
            onlyLive: 0,
            onlyNext: 0,
          });
          expect(storage.contents(generation(2))).toEqual(storage.contents(generation(1)));
        }
        await runtime.stop();
      }
    },
  );
});

describe('Before a switch', () => {
  it('both generations are compared, and each difference is named', async () => {
    const { runtime, operations, storage, generation } = await running(12);
    const position = encodePosition(at(12));
    storage.put(generation(1), { _id: 'a', position, places: [], extra: 1 });
    storage.put(generation(1), { _id: 'zombie', position, places: ['5'] });
    await operations.rebuild('moody', unthrottled);
    expect((await ready(runtime)).difference).toEqual({
      ...{ position: at(12), same: 3, changed: 1, onlyLive: 1, onlyNext: 0 },
      examples: [
        { id: 'a', kind: 'changed', fields: ['places', 'extra'] },
        { id: 'zombie', kind: 'only-live', fields: [] },
      ],
    });
  });

  it('they are compared at the same event while events flow', async () => {
    const { runtime, operations, log } = await running(12, { limits: { events: 2 } });
    let place = 12;
    const flow = setInterval(() => {
      log.append(event((place += 1)), event((place += 1)));
    }, 1);
    try {
      await operations.rebuild('moody', { throttle: 500 });
      const { difference } = await ready(runtime);
      expect(difference).toMatchObject({ same: 4, changed: 0, onlyLive: 0, onlyNext: 0 });
      expect(place).toBeGreaterThan(14);
    } finally {
      clearInterval(flow);
    }
  });

  it('a build that is ready follows the log beside the live generation', async () => {
    const { runtime, operations, log, storage, generation } = await running(4);
    await operations.rebuild('moody', unthrottled);
    await ready(runtime);
    log.append(event(5), event(6));
    expect(await runtime.waitFor(['moody'], at(6), 1_000)).toBe(true);
    await eventually(() => operations.build('moody')?.position?.commit === 6n, 'followed');
    expect(storage.contents(generation(2))).toEqual(storage.contents(generation(1)));
  });
});

describe('A switch', () => {
  it('is one write of the catalogue; the other generation is kept', async () => {
    const { runtime, operations, storage, generation, log, view } = await running(8);
    await operations.rebuild('moody', unthrottled);
    await ready(runtime);
    const before = await storage.catalogue.read('moody');
    expect(await operations.switchOver('moody')).toEqual(generation(2));
    expect(await storage.catalogue.read('moody')).toEqual({
      ...before,
      revision: (before?.revision ?? 0n) + 1n,
      live: { version: 1, build: 2 },
      previous: { version: 1, build: 1 },
      next: null,
    });
    expect(operations.build('moody')).toBeNull();
    const kept = storage.contents(generation(1));
    log.append(event(9));
    expect(await runtime.waitFor(['moody'], at(9), 1_000)).toBe(true);
    expect(statusOf(runtime.status(), view)).toMatchObject({ build: 2, events: 9 });
    expect(storage.contents(generation(2))).not.toEqual(kept);
    expect(storage.contents(generation(1))).toEqual(kept);
  });

  it('discards the generation that was kept by the switch before', async () => {
    const { runtime, operations, storage } = await running(8);
    for (let round = 1; round <= 2; round += 1) {
      await operations.rebuild('moody', unthrottled);
      await ready(runtime);
      await operations.switchOver('moody');
    }
    expect(Object.keys(storage.census()).filter((name) => name.startsWith('moody'))).toEqual([
      'moody_v1_b2',
      'moody_v1_b3',
    ]);
    expect(await storage.catalogue.read('moody')).toMatchObject({ builds: 3, discarded: [] });
    expect(storage.census()).toMatchObject({ checkpoints: 3 });
  });

  it('goes on after the process died at any write of it', async () => {
    for (let effects = 0; effects < 12; effects += 1) {
      const { runtime, operations, storage, another, log, view } = await running(8);
      await operations.rebuild('moody', unthrottled);
      await ready(runtime);
      storage.failAfter(effects);
      let isAnswered = false;
      const answered = (): void => {
        isAnswered = true;
      };
      const asked = operations.switchOver('moody').then(answered, answered);
      const isAway = (): boolean => statusOf(runtime.status(), view).error !== null;
      await eventually(() => isAnswered || isAway(), 'an outage or an answer');
      await runtime.stop();
      await asked;
      storage.recover();
      const next = another();
      await next.start();
      log.append(event(9));
      expect(await next.waitFor(['moody'], at(9), 1_000)).toBe(true);
      if ((await storage.catalogue.read('moody'))?.next) {
        await ready(next);
        await next.operations.switchOver('moody');
      }
      expect(await storage.catalogue.read('moody')).toMatchObject({
        ...{ live: { build: 2 }, previous: { build: 1 }, next: null, discarded: [] },
      });
      await next.stop();
    }
  });

  it('is undone by a rollback, which lets the other generation catch up first', async () => {
    const { runtime, operations, storage, log, generation } = await running(8);
    await operations.rebuild('moody', unthrottled);
    await ready(runtime);
    await operations.switchOver('moody');
    log.append(event(9), event(10));
    expect(await runtime.waitFor(['moody'], at(10), 1_000)).toBe(true);
    expect(await operations.rollback('moody')).toMatchObject({ build: 1, purpose: 'rollback' });
    expect(await operations.rollback('moody')).toMatchObject({ build: 1, purpose: 'rollback' });
    const { position, difference } = await ready(runtime);
    expect({ position, difference }).toMatchObject({
      position: at(10),
      difference: { changed: 0 },
    });
    expect(await operations.switchOver('moody')).toEqual(generation(1));
    expect(await storage.catalogue.read('moody')).toMatchObject({
      ...{ live: { build: 1 }, previous: { build: 2 }, next: null, builds: 2 },
    });
    expect(storage.contents(generation(1))).toEqual(storage.contents(generation(2)));
  });

  it('keeps what was there when a rollback is given up', async () => {
    const { runtime, operations, storage } = await running(8);
    await operations.rebuild('moody', unthrottled);
    await ready(runtime);
    await operations.switchOver('moody');
    const before = [storage.census(), await storage.catalogue.read('moody')] as const;
    await operations.rollback('moody');
    await operations.cancel('moody');
    expect(storage.census()).toEqual(before[0]);
    expect(await storage.catalogue.read('moody')).toEqual({
      ...before[1],
      revision: expect.any(BigInt),
    });
  });

  it('never goes back behind what a reader has seen', async () => {
    const { runtime, operations, storage, log, view } = await running(8);
    const seen: bigint[] = [];
    const said: bigint[] = [];
    let place = 8;
    let isOver = false;
    const read = async (): Promise<void> => {
      while (!isOver) {
        const live = (await storage.catalogue.read('moody'))?.live;
        if (live) {
          const { position } = await storage.checkpoint({ name: 'moody', ...live });
          seen.push(position?.commit ?? 0n);
        }
        said.push(statusOf(runtime.status(), view).position?.commit ?? 0n);
        if (seen.length % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const flow = setInterval(() => {
      log.append(event((place += 1)));
    }, 1);
    const reading = read();
    try {
      for (let round = 0; round < 4; round += 1) {
        await (round === 2
          ? operations.rollback('moody')
          : operations.rebuild('moody', unthrottled));
        await ready(runtime);
        await operations.switchOver('moody');
      }
    } finally {
      clearInterval(flow);
      isOver = true;
      await reading;
    }
    expect(seen).toEqual(seen.toSorted((one, other) => Number(one - other)));
    expect(said).toEqual(said.toSorted((one, other) => Number(one - other)));
  });
});

describe('A rebuild that meets an event it cannot fold', () => {
  it('fails and says where, and the live generation goes on', async () => {
    const { runtime, operations, faults, log, view } = await running(8);
    faults.add('5/b');
    await operations.rebuild('moody', unthrottled);
    await eventually(() => state(runtime) === 'failed', 'failed');
    expect(operations.build('moody')).toMatchObject({
      position: at(4),
      error: { event: { position: at(5), stream: 'pact-p', type: 'PactSigned' } },
    });
    await expect(operations.switchOver('moody')).rejects.toMatchObject({
      code: 'projection.build-not-ready',
    });
    log.append(event(9));
    expect(await runtime.waitFor(['moody'], at(9), 1_000)).toBe(true);
    expect(statusOf(runtime.status(), view)).toMatchObject({
      state: 'live',
      parked: 0,
      error: null,
    });
  });

  it('goes on by itself when it was decided to leave it out', async () => {
    const { runtime, operations, faults, log, storage, generation } = await running(8);
    faults.add('5/b');
    await operations.rebuild('moody', unthrottled);
    await eventually(() => state(runtime) === 'failed', 'failed');
    log.append(logged(skipped(9, 'moody', { kind: 'document', key: 'b' }, entry(5, 'b'))));
    expect((await ready(runtime)).difference).toMatchObject({
      changed: 1,
      examples: [{ id: 'b' }],
    });
    expect(storage.contents(generation(2))).toMatchObject({ b: { places: ['1'] } });
    expect(storage.contents(generation(1))).toMatchObject({ b: { places: ['1', '5'] } });
  });

  it('fails as well at what the storage refuses', async () => {
    const { runtime, operations, storage, faults } = await running(8);
    storage.refuses = ({ places }) => Array.isArray(places) && places.includes('6');
    await operations.rebuild('moody', unthrottled);
    await eventually(() => state(runtime) === 'failed', 'failed');
    expect(operations.build('moody')?.error).toMatchObject({ event: { position: at(6) } });
    expect(faults.size).toBe(0);
  });

  it('can be given up', async () => {
    const { runtime, operations, faults, storage } = await running(8);
    const before = storage.census();
    faults.add('5/b');
    await operations.rebuild('moody', unthrottled);
    await eventually(() => state(runtime) === 'failed', 'failed');
    await operations.cancel('moody');
    expect(storage.census()).toEqual(before);
  });
});
