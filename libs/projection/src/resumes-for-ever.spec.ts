import type { ProjectionStorage } from './storage/projection-storage';
import { foldOf } from './testing/fold-of';
import { gate } from './testing/lives';
import { Outage } from './testing/memory-storage-server';
import { at, logged, signed } from './testing/recorded';
import { createRunning, eventually, stopAll } from './testing/running';
import { register, signatures, tally } from './testing/views';

const count = 40;
const recorded = Array.from({ length: count }, (_, index) => signed(index + 1, 'x'));
const events = recorded.map(logged);

afterEach(stopAll);

describe('Resuming', () => {
  it('goes on after a dropped subscription from the checkpoint, not from the beginning', async () => {
    const { log, runtime, storage } = createRunning([register, tally]);
    log.append(...events.slice(0, 10));
    await runtime.start();
    expect(await runtime.waitFor(['register', 'tally'], at(10), 1_000)).toBe(true);
    log.drop();
    await eventually(() => log.subscribedAfter.length === 2, 'subscribed again');
    log.append(...events.slice(10));
    expect(await runtime.waitFor(['register', 'tally'], at(count), 1_000)).toBe(true);
    expect(log.subscribedAfter).toEqual([null, at(10)]);
    expect(storage.contents(register)).toMatchObject({ x: { count } });
  });

  it('waits for an event store that is away, says so, and backs off further each time', async () => {
    const failures: number[] = [];
    const retryDelay = (row: number): number => {
      failures.push(row);
      return 3;
    };
    const { log, runtime } = createRunning([register], { retryDelay });
    log.append(...events);
    log.fail();
    await runtime.start();
    await eventually(() => failures.length >= 3, 'three attempts');
    expect(runtime.status()[0]).toMatchObject({
      state: 'waiting',
      caughtUp: false,
      error: { message: 'The event store is not available', event: null },
    });
    expect(failures.slice(0, 3)).toEqual([0, 1, 2]);
    log.recover();
    expect(await runtime.waitFor(['register'], at(count), 1_000)).toBe(true);
    await eventually(() => runtime.status()[0]?.caughtUp === true, 'caught up');
    expect(runtime.status()[0]?.error).toBeNull();
    const subscribed = log.subscribedAfter.length;
    log.drop();
    await eventually(() => log.subscribedAfter.length > subscribed, 'subscribed again');
    expect(failures.at(-1)).toBe(0);
  });

  it('waits for a read store that is away and pulls nothing meanwhile', async () => {
    const { log, runtime, storage } = createRunning([register, tally], { limits: { events: 4 } });
    storage.failAfter(5);
    log.append(...events);
    await runtime.start();
    await eventually(() => runtime.status()[0]?.error !== null, 'an outage');
    const pulled = log.pulled();
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(log.pulled()).toBe(pulled);
    expect(pulled).toBeLessThanOrEqual(12);
    storage.recover();
    expect(await runtime.waitFor(['register', 'tally'], at(count), 1_000)).toBe(true);
    expect(storage.contents(register)).toMatchObject({ x: { count } });
    expect(storage.contents(tally)).toMatchObject({ all: { signatures: count } });
  });

  it('subscribes again when the head moves on and the subscription stays silent', async () => {
    const { log, runtime, entries } = createRunning([register], { stallMilliseconds: 20 });
    log.append(...events.slice(0, 1));
    await runtime.start();
    await runtime.waitFor(['register'], at(1), 1_000);
    log.freeze();
    log.append(...events.slice(1));
    expect(await runtime.waitFor(['register'], at(count), 1_000)).toBe(true);
    expect(entries.map(({ message }) => message).join()).toContain('silent for 20 ms');
  });

  it('reads again when another writer was first, and carries on from what that one wrote', async () => {
    const { log, runtime, another, storage } = createRunning([register, tally]);
    const rival = another();
    log.append(...events);
    await Promise.all([runtime.start(), rival.start()]);
    for (const either of [runtime, rival]) {
      expect(await either.waitFor(['register', 'tally'], at(count), 2_000)).toBe(true);
    }
    expect(storage.contents(register)).toMatchObject({ x: { count } });
    expect(storage.contents(tally)).toMatchObject({ all: { signatures: count } });
  });

  it.each<Exclude<keyof ProjectionStorage, 'catalogue'>>([
    'assertDurable',
    'acquire',
    'prepare',
    'index',
    'sweep',
    'takeParked',
    'load',
    'write',
    'add',
    'saveCheckpoints',
    'renew',
  ])('outlives a read store that is away when asked to %s', async (call) => {
    const views = [register, tally, signatures];
    const names = views.map(({ name }) => name);
    const settings = { limits: { events: 4 }, leaseMilliseconds: 200 };
    const { log, runtime, storage, another } = createRunning(views, settings);
    log.append(...events.slice(0, 10));
    await runtime.start();
    expect(await runtime.waitFor(names, at(10), 1_000)).toBe(true);
    await runtime.stop();

    const next = another();
    const whole = { ...storage };
    const answer = whole[call].bind(null) as (...input: readonly never[]) => unknown;
    let refused = 0;
    Object.assign(storage, {
      [call]: (...input: readonly never[]): unknown => {
        refused += 1;
        if (refused <= 3) return Promise.reject(new Outage());
        return answer(...input);
      },
    });
    await next.start();
    log.append(...events.slice(10));
    expect(await next.waitFor(names, at(count), 2_000)).toBe(true);
    await eventually(() => refused > 3 || call === 'index', 'three refusals outlived');
    for (const view of views) {
      expect(storage.contents(view)).toEqual(foldOf(view, recorded));
    }
  });

  it('notices a write that fails while the log is quiet, with no further event to tell', async () => {
    const { log, runtime, storage } = createRunning([register]);
    await runtime.start();
    await eventually(() => runtime.status()[0]?.state === 'live', 'live');
    let writes = 0;
    storage.beforeWrite = () => {
      writes += 1;
      return writes === 1 ? Promise.reject(new Outage()) : Promise.resolve();
    };
    log.append(...events.slice(0, 1));
    expect(await runtime.waitFor(['register'], at(1), 1_000)).toBe(true);
    expect(writes).toBe(2);
  });

  it('gathers no more than a checkpoint’s worth of events while a write hangs', async () => {
    const settings = { limits: { events: 2 }, eventsPerCheckpoint: 4 };
    const { log, runtime, storage } = createRunning([register], settings);
    const { opened, open } = gate();
    storage.beforeWrite = () => opened;
    log.append(...events);
    await runtime.start();
    await eventually(() => log.pulled() >= 8, 'read on');
    await new Promise((resolve) => setTimeout(resolve, 40));
    // What is being written, what is folded, a page in hand, a page gathered, and one message more.
    expect(log.pulled()).toBeLessThanOrEqual(4 + 4 + 2 + 2 + 1);
    open();
    expect(await runtime.waitFor(['register'], at(count), 1_000)).toBe(true);
  });

  it('backs off afresh after a quiet time in which it was live', async () => {
    const failures: number[] = [];
    const retryDelay = (row: number): number => {
      failures.push(row);
      return 5;
    };
    const { log, runtime } = createRunning([register], { retryDelay });
    await runtime.start();
    for (let outage = 0; outage < 3; outage += 1) {
      await eventually(() => runtime.status()[0]?.state === 'live', 'live');
      await new Promise((resolve) => setTimeout(resolve, 20));
      log.drop();
      await eventually(() => failures.length > outage, 'dropped');
    }
    expect(failures).toEqual([0, 0, 0]);
  });

  it('backs off further when it is dropped again and again as soon as it is live', async () => {
    const failures: number[] = [];
    const { log, runtime } = createRunning([register], {
      retryDelay: (row) => {
        failures.push(row);
        return 40;
      },
    });
    await runtime.start();
    for (let outage = 0; outage < 3; outage += 1) {
      await eventually(() => runtime.status()[0]?.state === 'live', 'live');
      log.drop();
      await eventually(() => failures.length > outage, 'dropped');
    }
    expect(failures.slice(1)).toEqual([failures[0] ?? 0, (failures[0] ?? 0) + 1].map((n) => n + 1));
  });

  it('does not take the pause of a throttled build for silence', async () => {
    const settings = { stallMilliseconds: 20, limits: { events: 5 } };
    const { log, runtime } = createRunning([register], settings);
    log.append(...events);
    await runtime.start();
    await runtime.waitFor(['register'], at(count), 1_000);
    await runtime.operations.rebuild('register', { throttle: 60 });
    await eventually(() => (runtime.operations.build('register')?.events ?? 0) >= 20, 'filling');
    expect(runtime.totals().resumed).toBe(0);
  });
});
