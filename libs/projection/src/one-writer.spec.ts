import fc from 'fast-check';

import { createRuntimeOn } from './runtime/runtime';
import { createLeaseBook } from './runtime/lease-book';
import { foldOf } from './testing/fold-of';
import { createInMemoryLog } from './testing/in-memory-log';
import { gate } from './testing/lives';
import { createMemoryStorage } from './testing/memory-storage';
import { entry, moody } from './testing/moody-views';
import { createPair, pairLease } from './testing/pair';
import { at, logged, signed, superseded } from './testing/recorded';
import { createRunning, eventually, statusOf, stopAll } from './testing/running';
import { brittle, generationOf, register, tally } from './testing/views';

const views = [register, tally];
const names = views.map(({ name }) => name);
const lease = pairLease;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

afterEach(stopAll);

describe('One writer', () => {
  it('is who came first; the other says who that is and writes nothing', async () => {
    const { log, storage, first, second } = await createPair(views);
    const before = { census: storage.census(), calls: storage.calls.length };
    await second.start();
    await eventually(() => second.status().every(({ state }) => state === 'standing-by'), 'by');
    expect(second.status()).toMatchObject(
      views.map(() => ({ writer: 'first', position: at(1), caughtUp: false, error: null })),
    );
    await pause(lease);
    expect(storage.census()).toEqual(before.census);
    expect(storage.calls.slice(before.calls)).toEqual([]);
    log.append(logged(signed(2, 'x')));
    expect(await first.waitFor(names, at(2), 1_000)).toBe(true);
    expect(storage.contents(register)).toMatchObject({ x: { count: 2 } });
  });

  it('hands over at once when it stops', async () => {
    const { log, storage, first, second } = await createPair(views);
    await second.start();
    await eventually(() => second.status()[0]?.state === 'standing-by', 'standing by');
    await first.stop();
    log.append(logged(signed(2, 'x')));
    expect(await second.waitFor(names, at(2), 1_000)).toBe(true);
    expect(storage.contents(register)).toMatchObject({ x: { count: 2 } });
    await eventually(() => statusOf(second.status(), register).caughtUp, 'caught up');
    expect(statusOf(second.status(), register)).toMatchObject({ state: 'live', writer: null });
  });

  it('is followed by the other when the server says that its lease ran out, not before', async () => {
    const { log, storage, first, second } = await createPair(views, { drainMilliseconds: 1 });
    storage.beforeWrite = () => new Promise(() => undefined);
    log.append(logged(signed(2, 'x')));
    await pause(10);
    await first.stop();
    storage.beforeWrite = () => Promise.resolve();
    await second.start();
    // The clocks of the processes run on, that of the server stands.
    await pause(3 * lease);
    expect(second.status()[0]?.state).toBe('standing-by');
    storage.advance(lease);
    expect(await second.waitFor(names, at(2), 1_000)).toBe(true);
    expect(storage.contents(register)).toMatchObject({ x: { count: 2 } });
  });

  it('keeps its lease while there is nothing to write', async () => {
    const { storage, first, second } = await createPair(views);
    await second.start();
    for (let step = 0; step < 5; step += 1) {
      await pause(lease / 2);
      storage.advance(lease / 2);
    }
    expect(second.status()[0]?.state).toBe('standing-by');
    expect(first.totals()).toEqual({ resumed: 0, leasesLost: 0 });
  });

  it('of one view may be another than that of the next', async () => {
    const stores = { log: createInMemoryLog(), storage: createMemoryStorage() };
    const settings = { leaseMilliseconds: lease };
    const one = createRunning([register], { ...settings, writer: 'one' }, stores).runtime;
    const both = createRunning(views, { ...settings, writer: 'both' }, stores).runtime;
    await one.start();
    await one.waitFor(['register'], at(0), 20);
    await both.start();
    stores.log.append(logged(signed(1, 'x')));
    expect(await both.waitFor(['tally'], at(1), 1_000)).toBe(true);
    expect(await one.waitFor(['register'], at(1), 1_000)).toBe(true);
    expect(statusOf(both.status(), register)).toMatchObject({
      state: 'standing-by',
      writer: 'one',
    });
  });

  it('that wakes up after another took over writes no document and no checkpoint', async () => {
    const { log, storage, first, second } = await createPair(views);
    const { opened, open } = gate();
    let isHeld = false;
    storage.beforeWrite = () => {
      isHeld = true;
      return opened;
    };
    log.append(logged(signed(2, 'x', 'b')), logged(superseded(3, 'x')));
    await eventually(() => isHeld, 'a batch on its way');
    storage.beforeWrite = () => Promise.resolve();
    // Its timers stand as it does: nothing is renewed.
    storage.advance(lease);
    await second.start();
    expect(await second.waitFor(names, at(3), 1_000)).toBe(true);
    const theirs = await storage.checkpoint(generationOf(register));
    open();
    await eventually(() => first.totals().resumed > 0, 'noticed');
    await eventually(() => first.status()[0]?.state === 'standing-by', 'standing by');
    expect(first.status()[0]).toMatchObject({ writer: 'second' });
    expect(await storage.checkpoint(generationOf(register))).toEqual(theirs);
    expect(storage.contents(register)).toEqual({});
    expect(storage.contents(tally)).toMatchObject({ all: { signatures: 2 } });
  });

  it('that wakes up after another took over parks nothing', async () => {
    const { log, storage, first, second } = await createPair([brittle], { retryPauses: [300] });
    await second.start();
    log.append(logged(signed(2, 'y', 'poison')));
    await pause(10);
    const book = createLeaseBook(storage, 'third', lease);
    storage.advance(lease);
    expect(await book.acquire(generationOf(brittle))).toMatchObject({ kind: 'acquired' });
    await eventually(() => first.totals().leasesLost > 0, 'noticed');
    expect(storage.census()).toMatchObject({ parked: 0 });
    expect(await storage.checkpoint(generationOf(brittle))).toMatchObject({ position: at(1) });
  });

  it('that wakes up after another took over releases nothing that the other has parked', async () => {
    const { view, faults } = moody();
    faults.add('2/x');
    const { log, storage, first, second } = await createPair([view]);
    log.append(logged(entry(2, 'x')), logged(entry(3, 'x')));
    expect(await first.waitFor(['moody'], at(3), 1_000)).toBe(true);
    faults.clear();
    faults.add('4/x');
    const { opened, open } = gate();
    let isHeld = false;
    storage.beforePark = () => {
      isHeld = true;
      return opened;
    };
    const x = { kind: 'document', key: 'x' } as const;
    const released = first.operations.retry('moody', x).catch(() => false);
    await eventually(() => isHeld, 'a release on its way');
    storage.beforePark = () => Promise.resolve();
    storage.advance(lease);
    await second.start();
    log.append(logged(entry(4, 'x')), logged(entry(5, 'x')));
    expect(await second.waitFor(['moody'], at(5), 1_000)).toBe(true);
    expect(storage.census()).toMatchObject({ parked: 1, parked_events: 1 });
    open();
    await released;
    expect(storage.census()).toMatchObject({ parked: 1, parked_events: 1 });
    await second.stop();
    const { runtime: last } = createRunning([view], { writer: 'last' }, { log, storage });
    await first.stop();
    await last.start();
    log.append(logged(entry(6, 'x')));
    expect(await last.waitFor(['moody'], at(6), 1_000)).toBe(true);
    faults.clear();
    expect(await last.operations.retry('moody', x)).toBe(true);
    expect(storage.contents(view)).toMatchObject({ x: { places: ['2', '3', '4', '5', '6'] } });
  });

  it('takes over a build as well, when its lease runs out later than that of the view', async () => {
    const { storage, log, first, second } = await createPair([register]);
    await first.operations.rebuild('register', { throttle: null });
    await eventually(() => first.operations.build('register')?.state === 'ready', 'ready');
    await first.stop();
    const build = { ...generationOf(register), build: 2 };
    const straggler = createLeaseBook(storage, 'straggler', lease);
    await straggler.acquire(build);
    await second.start();
    expect(await second.waitFor(['register'], at(1), 1_000)).toBe(true);
    log.append(logged(signed(2, 'x')));
    expect(await second.waitFor(['register'], at(2), 1_000)).toBe(true);
    expect((await storage.checkpoint(build)).position).toEqual(at(1));
    storage.advance(lease);
    await eventually(() => second.operations.build('register')?.position?.commit === 2n, 'fed');
    expect(storage.contents(build)).toEqual(storage.contents(register));
  });

  it('leaves no checkpoint of a generation that was discarded while it stood by', async () => {
    const { storage, first, second } = await createPair([register], { leaseMilliseconds: 600 });
    await second.start();
    await eventually(() => second.status()[0]?.state === 'standing-by', 'standing by');
    for (let round = 0; round < 2; round += 1) {
      await first.operations.rebuild('register', { throttle: null });
      await eventually(() => first.operations.build('register')?.state === 'ready', 'ready');
      await first.operations.switchOver('register');
    }
    await eventually(() => second.status()[0]?.build === 3, 'standing by the live one');
    expect(storage.census()).toMatchObject({ checkpoints: 2 });
  });

  it('counts the leases it lost', async () => {
    const { storage, first } = await createPair(views);
    const third = createLeaseBook(storage, 'third', lease);
    storage.advance(lease);
    expect(await third.acquire(generationOf(register))).toMatchObject({ kind: 'acquired' });
    await eventually(() => first.totals().leasesLost === 1, 'counted');
    await eventually(() => statusOf(first.status(), register).writer === 'third', 'standing by');
    expect(statusOf(first.status(), tally).state).not.toBe('standing-by');
  });

  it('at a time makes what one fold makes, however the right changes hands', async () => {
    const moves = fc.array(
      fc.record({
        who: fc.constantFrom('one', 'two'),
        what: fc.constantFrom('start', 'stop', 'hold', 'let go', 'record', 'record'),
        advance: fc.constantFrom(0, 0, 5, 10),
      }),
      { maxLength: 24 },
    );
    await fc.assert(
      fc.asyncProperty(moves, async (steps) => {
        const log = createInMemoryLog();
        const storage = createMemoryStorage();
        const events = Array.from({ length: steps.length }, (_, i) =>
          i % 4 === 3 ? superseded(i + 1, `p${i % 3}`) : signed(i + 1, `p${i % 3}`, `s${i}`),
        );
        let held = gate();
        held.open();
        const settings = { leaseMilliseconds: 9, retryDelay: () => 1, drainMilliseconds: 2 };
        const start = async (writer: string) => {
          const limits = { events: 2, liveMilliseconds: 1 };
          const runtime = createRuntimeOn(storage, log, views, { ...settings, limits, writer });
          await runtime.start();
          return runtime;
        };
        storage.beforeWrite = () => held.opened;
        const running = new Map<string, Awaited<ReturnType<typeof start>>>();
        let recorded = 0;
        for (const { who, what, advance } of steps) {
          storage.advance(advance);
          if (what === 'start' && !running.has(who)) running.set(who, await start(who));
          if (what === 'hold') held = gate();
          if (what === 'let go') held.open();
          if (what === 'stop') {
            await running.get(who)?.stop();
            running.delete(who);
          }
          if (what === 'record') {
            const event = events[recorded];
            if (event !== undefined) log.append(logged(event));
            recorded += 1;
          }
          await pause(1);
        }
        held.open();
        await Promise.all([...running.values()].map((runtime) => runtime.stop()));
        storage.advance(60_000);
        const last = await start('last');
        await last.waitFor(names, at(recorded), recorded === 0 ? 0 : 2_000);
        await last.stop();
        for (const view of views) {
          expect(storage.contents(view)).toEqual(foldOf(view, events.slice(0, recorded)));
          expect(await storage.checkpoint(generationOf(view))).toMatchObject({ events: recorded });
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
