import { gate } from './testing/lives';
import { Outage } from './testing/memory-storage-server';
import { at, logged, signed } from './testing/recorded';
import { createRunning, eventually, stopAll } from './testing/running';
import { generationOf, register, tally } from './testing/views';

afterEach(stopAll);

describe('Draining', () => {
  it('finishes the batch in hand, checkpoint included', async () => {
    const { log, runtime, storage } = createRunning([register]);
    const { opened, open } = gate();
    let held = false;
    storage.beforeWrite = () => {
      held = true;
      return opened;
    };
    log.append(logged(signed(1, 'x')));
    await runtime.start();
    await eventually(() => held, 'a batch in hand');
    const stopped = runtime.stop();
    open();
    await stopped;
    expect((await storage.checkpoint(generationOf(register))).position).toEqual(at(1));
  });

  it('abandons a batch that does not finish in time, and leaves no hand behind', async () => {
    const { log, runtime, storage, another } = createRunning([register], { drainMilliseconds: 20 });
    const { opened, open } = gate();
    let held = false;
    storage.beforeWrite = () => {
      held = true;
      return opened;
    };
    log.append(logged(signed(1, 'x')));
    await runtime.start();
    await eventually(() => held, 'a batch in hand');
    const began = performance.now();
    await runtime.stop();
    expect(performance.now() - began).toBeLessThan(500);
    open();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect((await storage.checkpoint(generationOf(register))).position).toBeNull();

    const next = another();
    await next.start();
    expect(await next.waitFor(['register'], at(1), 1_000)).toBe(true);
    expect(storage.contents(register)).toMatchObject({ x: { count: 1 } });
  });

  it('ends a pause between attempts at once', async () => {
    const { log, runtime } = createRunning([register], { retryDelay: () => 60_000 });
    log.fail();
    await runtime.start();
    await eventually(() => runtime.status()[0]?.error !== null, 'waiting');
    const began = performance.now();
    await runtime.stop();
    expect(performance.now() - began).toBeLessThan(500);
  });

  it('gives the leases back, so that another process need not wait', async () => {
    const { log, runtime, storage } = createRunning([register, tally]);
    log.append(logged(signed(1, 'x')));
    await runtime.start();
    await runtime.waitFor(['register', 'tally'], at(1), 1_000);
    const held = await storage.acquire(generationOf(register), 'other', 10_000);
    expect(held).toMatchObject({ kind: 'held', writer: 'spec' });
    await runtime.stop();
    for (const view of [register, tally]) {
      const acquisition = await storage.acquire(generationOf(view), 'other', 10_000);
      expect(acquisition).toMatchObject({ kind: 'acquired', checkpoint: { events: 1 } });
    }
  });

  it('keeps the leases it abandons with: a write may still be on its way', async () => {
    const { log, runtime, storage } = createRunning([register], { drainMilliseconds: 5 });
    let isHeld = false;
    storage.beforeWrite = () => {
      isHeld = true;
      return new Promise(() => undefined);
    };
    log.append(logged(signed(1, 'x')));
    await runtime.start();
    await eventually(() => isHeld, 'a batch in hand');
    await runtime.stop();
    expect(await storage.acquire(generationOf(register), 'other', 1)).toMatchObject({
      kind: 'held',
    });
  });

  it('while the views are being opened leaves nothing open and no lease behind', async () => {
    const { log, runtime, storage } = createRunning([register, tally], { drainMilliseconds: 200 });
    const { opened, open } = gate();
    const whole = { ...storage };
    let asked = 0;
    Object.assign(storage, {
      takeParked: async (...input: Parameters<typeof storage.takeParked>) => {
        asked += 1;
        await opened;
        return whole.takeParked(...input);
      },
    });
    log.append(logged(signed(1, 'x')));
    await runtime.start();
    await eventually(() => asked === 2, 'opening');
    const stopped = runtime.stop();
    open();
    await stopped;
    expect(runtime.status().map(({ state }) => state)).toEqual(['stopped', 'stopped']);
    expect(storage.calls.filter((call) => call.startsWith('write'))).toEqual([]);
    for (const view of [register, tally]) {
      expect(await storage.acquire(generationOf(view), 'other', 1)).toMatchObject({
        kind: 'acquired',
      });
    }
  });

  it('stays stopped when a store answers after it has been abandoned', async () => {
    const { runtime, log } = createRunning([register], { drainMilliseconds: 5 });
    const { opened, open } = gate();
    const { readStream } = log;
    let isAsked = false;
    log.readStream = async function* (...input: Parameters<typeof readStream>) {
      isAsked = true;
      await opened;
      yield* readStream(...input);
    };
    await runtime.start();
    await eventually(() => isAsked, 'reading what is to be left out');
    await runtime.stop();
    open();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(runtime.status()[0]).toMatchObject({ state: 'stopped', error: null });
  });

  it('waits for all views that are being opened when one of them cannot be', async () => {
    const { log, runtime, storage } = createRunning([register, tally]);
    const { opened, open } = gate();
    const whole = { ...storage };
    let isHeld = false;
    Object.assign(storage, {
      acquire: async (...input: Parameters<typeof storage.acquire>) => {
        if (input[0].name === 'register') throw new Outage();
        isHeld = true;
        await opened;
        return whole.acquire(...input);
      },
    });
    log.append(logged(signed(1, 'x')));
    await runtime.start();
    await eventually(() => isHeld, 'one view has failed, the other is being opened');
    await new Promise((resolve) => setTimeout(resolve, 10));
    const stopped = runtime.stop();
    await new Promise((resolve) => setTimeout(resolve, 10));
    open();
    await stopped;
    const acquisition = await whole.acquire(generationOf(tally), 'other', 1);
    expect(acquisition).toMatchObject({ kind: 'acquired' });
  });

  it('ends a build that is being filled, which goes on where it was', async () => {
    const { log, runtime, storage, another } = createRunning([register]);
    const events = Array.from({ length: 40 }, (_, index) => signed(index + 1, `p${index % 3}`));
    log.append(...events.map(logged));
    await runtime.start();
    await runtime.waitFor(['register'], at(40), 1_000);
    const building = await runtime.operations.rebuild('register', { throttle: 1 });
    const { build } = building;
    const generation = { ...generationOf(register), build };
    await eventually(() => (storage.census()['register_v1_b2'] ?? 0) > 0, 'some is filled');
    const began = performance.now();
    await runtime.stop();
    expect(performance.now() - began).toBeLessThan(500);
    const { events: filled } = await storage.checkpoint(generation);
    expect(filled).toBeGreaterThan(0);

    const next = another();
    await next.start();
    await next.waitFor(['register'], at(40), 1_000);
    await eventually(() => next.operations.build('register') !== null, 'building');
    const status = await next.operations.rebuild('register', { throttle: null });
    expect(status.build).toBe(build);
    await eventually(() => next.operations.build('register')?.state === 'ready', 'ready');
    expect(next.operations.build('register')).toMatchObject({ events: 40 });
    expect(storage.contents(generation)).toEqual(storage.contents(register));
  });

  it('may be asked for before the start, and a runtime starts once', async () => {
    await createRunning([register]).runtime.stop();
    const { runtime } = createRunning([register]);
    await runtime.start();
    await expect(runtime.start()).rejects.toThrow('once');
    await runtime.stop();
  });
});
