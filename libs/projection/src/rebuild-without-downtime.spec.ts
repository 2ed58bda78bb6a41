import { event, ready, running, state, unthrottled } from './testing/building';
import { at } from './testing/recorded';
import { eventually, statusOf, stopAll } from './testing/running';

afterEach(stopAll);

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

  it('keeps to its throttle and shows progress in a log shorter than a page', async () => {
    const { operations, runtime } = await running(30, { limits: { events: 1_000 } });
    const began = performance.now();
    await operations.rebuild('moody', { throttle: 20 });
    await eventually(() => (operations.build('moody')?.events ?? 0) === 20, 'the first second');
    expect(state(runtime)).toBe('filling');
    await ready(runtime);
    expect(performance.now() - began).toBeGreaterThan(1_400);
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
