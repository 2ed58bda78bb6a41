import { at, logged, signed } from './testing/recorded';
import { createRunning, eventually, stopAll } from './testing/running';
import { register, tally } from './testing/views';

const count = 40;
const events = Array.from({ length: count }, (_, index) => logged(signed(index + 1, 'x')));

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
});
