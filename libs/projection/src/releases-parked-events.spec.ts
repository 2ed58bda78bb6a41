import type { ProjectionRuntime } from './runtime/runtime';
import { entry, moody } from './testing/moody-views';
import { at, logged, signed } from './testing/recorded';
import { createRunning, eventually, statusOf, stopAll } from './testing/running';
import { skipped } from './testing/skips';
import { leaseOf } from './testing/storage.samples';
import { generationOf, tally } from './testing/views';

afterEach(stopAll);

const document = (key: string) => ({ kind: 'document', key }) as const;
const parkedAt = async ({ operations }: ProjectionRuntime): Promise<bigint[]> =>
  (await operations.parked()).map(({ event }) => event.position.commit);

/** Events 1 to 5 in document x, of which the view cannot fold some. */
async function parked(...faults: readonly string[]) {
  const { view, faults: now } = moody();
  for (const fault of faults) now.add(fault);
  const running = createRunning([view], { limits: { events: 2 } });
  const { log, runtime, storage } = running;
  log.append(...[1, 2, 3, 4, 5].map((place) => logged(entry(place, 'x', `s${place}`))));
  await runtime.start();
  expect(await runtime.waitFor(['moody'], at(5), 1_000)).toBe(true);
  const x = (): unknown => storage.contents(view)['x'];
  return { ...running, view, faults: now, x };
}

describe('A parked event', () => {
  it('is folded with what waits behind it, in order, when it is tried again and can be', async () => {
    const { runtime, faults, x, storage, view } = await parked('2/x');
    faults.clear();
    expect(await runtime.operations.retry('moody', document('x'))).toBe(true);
    expect(x()).toEqual({ places: ['1', '2', '3', '4', '5'] });
    expect(await runtime.operations.parked()).toEqual([]);
    expect(storage.census()).toMatchObject({ parked: 0, parked_events: 0 });
    expect(statusOf(runtime.status(), view).parked).toBe(0);
  });

  it('stays parked while it cannot be folded, with one more attempt', async () => {
    const { runtime, x } = await parked('2/x');
    const [before] = await runtime.operations.parked();
    expect(await runtime.operations.retry('moody', document('x'))).toBe(false);
    const [after] = await runtime.operations.parked();
    expect(after).toEqual({
      ...before,
      attempts: (before?.attempts ?? 0) + 1,
      lastFailedAt: after?.lastFailedAt,
    });
    expect(x()).toEqual({ places: ['1'] });
  });

  it('gives way to the next event of the queue that cannot be folded', async () => {
    const { runtime, faults, x } = await parked('2/x', '4/x');
    faults.delete('2/x');
    expect(await runtime.operations.retry('moody', document('x'))).toBe(false);
    expect(x()).toEqual({ places: ['1', '2', '3'] });
    expect(await runtime.operations.parked()).toMatchObject([
      { event: { position: at(4) }, error: 'cannot do 4/x', attempts: 1, waiting: 1 },
    ]);
  });

  it('is tried again by the next start of the process, and by no other view of it', async () => {
    const { runtime, faults, x, another } = await parked('2/x');
    await runtime.stop();
    const again = another();
    await again.start();
    await eventually(() => again.status()[0]?.caughtUp === true, 'caught up');
    expect(await parkedAt(again)).toEqual([2n]);
    await again.stop();
    faults.clear();
    const corrected = another();
    await corrected.start();
    await eventually(() => corrected.status()[0]?.caughtUp === true, 'caught up');
    expect(x()).toEqual({ places: ['1', '2', '3', '4', '5'] });
    expect(await parkedAt(corrected)).toEqual([]);
  });

  it('is not tried again by an interruption alone', async () => {
    const { runtime, log } = await parked('2/x');
    const [before] = await runtime.operations.parked();
    for (const subscriptions of [2, 3]) {
      log.drop();
      await eventually(() => log.subscribedAfter.length === subscriptions, 'subscribed again');
    }
    expect(await runtime.operations.parked()).toEqual([before]);
  });

  it('is no longer counted by those who read the checkpoint once it is folded', async () => {
    const { runtime, faults, storage } = await parked('2/x');
    const counted: number[] = [];
    const save = storage.saveCheckpoints.bind(storage);
    storage.saveCheckpoints = async (advances) => {
      await save(advances);
      counted.push(...advances.map((advance) => advance.parked));
    };
    faults.clear();
    await runtime.operations.retry('moody', document('x'));
    await eventually(() => counted.at(-1) === 0, 'a checkpoint with nothing parked');
  });

  it('is folded with however many wait behind it, also when that takes longer than a lease', async () => {
    const { view, faults } = moody();
    const { log, runtime, storage, another } = createRunning([view, tally], {
      leaseMilliseconds: 300,
    });
    const places = Array.from({ length: 40 }, (_, index) => index + 1);
    faults.add('1/x');
    log.append(...places.map((place) => logged(entry(place, 'x'))));
    await runtime.start();
    expect(await runtime.waitFor(['moody'], at(40), 1_000)).toBe(true);
    await runtime.stop();
    faults.clear();
    const read = log.readStream.bind(log);
    log.readStream = async function* (...input) {
      await new Promise((resolve) => setTimeout(resolve, 15));
      yield* read(...input);
    };
    const next = another({ leaseMilliseconds: 300 });
    await next.start();
    log.append(logged(entry(41, 'x')));
    expect(await next.waitFor(['moody', 'tally'], at(41), 4_000)).toBe(true);
    expect(storage.contents(view)).toEqual({ x: { places: [...places, 41].map(String) } });
    expect(next.totals()).toEqual({ resumed: 0, leasesLost: 0 });
  });

  it('must be parked to be tried again', async () => {
    const { runtime } = await parked('2/x');
    for (const key of [document('y'), { kind: 'stream', key: 'x' } as const]) {
      await expect(runtime.operations.retry('moody', key)).rejects.toMatchObject({
        code: 'projection.not-parked',
      });
    }
  });
});

describe('The decision to leave a parked event out', () => {
  it('releases what waits behind it', async () => {
    const { log, runtime, x } = await parked('2/x');
    log.append(logged(skipped(6, 'moody', document('x'), entry(2, 'x', 's2'))));
    expect(await runtime.waitFor(['moody'], at(6), 1_000)).toBe(true);
    expect(x()).toEqual({ places: ['1', '3', '4', '5'] });
    expect(await parkedAt(runtime)).toEqual([]);
    expect(runtime.status()[0]).toMatchObject({ parked: 0 });
  });

  it('concerns one view, one key and one event alone', async () => {
    const { log, runtime } = await parked('2/x');
    const event = entry(2, 'x', 's2');
    log.append(
      logged(skipped(6, 'other', document('x'), event)),
      logged(skipped(7, 'moody', document('y'), event)),
      logged(skipped(8, 'moody', { kind: 'stream', key: 'x' }, event)),
      logged(skipped(9, 'moody', document('x'), entry(1, 'x', 's1'))),
    );
    expect(await runtime.waitFor(['moody'], at(9), 1_000)).toBe(true);
    expect(await parkedAt(runtime)).toEqual([2n]);
  });

  it('stops at the next event that was not left out', async () => {
    const { log, runtime, x } = await parked('2/x', '3/x', '5/x');
    log.append(logged(skipped(6, 'moody', document('x'), entry(3, 'x', 's3'))));
    log.append(logged(skipped(7, 'moody', document('x'), entry(2, 'x', 's2'))));
    expect(await runtime.waitFor(['moody'], at(7), 1_000)).toBe(true);
    expect(x()).toEqual({ places: ['1', '4'] });
    expect(await parkedAt(runtime)).toEqual([5n]);
  });

  it('has no effect on an event the view can fold', async () => {
    const { log, runtime, x } = await parked();
    log.append(logged(skipped(6, 'moody', document('x'), entry(2, 'x', 's2'))));
    log.append(logged(entry(7, 'x')));
    expect(await runtime.waitFor(['moody'], at(7), 1_000)).toBe(true);
    expect(x()).toEqual({ places: ['1', '2', '3', '4', '5', '7'] });
  });

  it('folds the event all the same where the code can by now', async () => {
    const { log, runtime, faults, x } = await parked('2/x');
    faults.clear();
    log.append(logged(skipped(6, 'moody', document('x'), entry(2, 'x', 's2'))));
    expect(await runtime.waitFor(['moody'], at(6), 1_000)).toBe(true);
    expect(x()).toEqual({ places: ['1', '2', '3', '4', '5'] });
  });

  it('keeps an event from being parked that comes after it', async () => {
    const { log, runtime, faults, x } = await parked();
    faults.add('7/x');
    log.append(logged(skipped(6, 'moody', document('x'), signed(7, 's7'))));
    log.append(logged(entry(7, 'x', 's7')), logged(entry(8, 'x')));
    expect(await runtime.waitFor(['moody'], at(8), 1_000)).toBe(true);
    expect(x()).toEqual({ places: ['1', '2', '3', '4', '5', '8'] });
    expect(await parkedAt(runtime)).toEqual([]);
  });

  it('lets a view that stopped over too much parked go on', async () => {
    const { view, faults } = moody();
    const { log, runtime, storage } = createRunning([view], { mostParked: 1 });
    faults.add('1/x').add('2/y');
    log.append(logged(entry(1, 'x')), logged(entry(2, 'y')), logged(entry(3, 'x,y,z')));
    await runtime.start();
    await eventually(() => runtime.status()[0]?.state === 'stopped', 'stopped');
    log.append(logged(skipped(4, 'moody', document('x'), entry(1, 'x'))));
    await eventually(() => runtime.status()[0]?.position?.commit === 4n, 'went on');
    expect(storage.contents(view)).toEqual({ x: { places: ['3'] }, z: { places: ['3'] } });
    expect(await parkedAt(runtime)).toEqual([2n]);
  });

  it('is carried out whichever write the process dies at', async () => {
    for (let effects = 0; effects < 14; effects += 1) {
      const { log, runtime, storage, x } = await parked('2/x', '4/x');
      storage.failAfter(effects);
      log.append(logged(skipped(6, 'moody', document('x'), entry(2, 'x', 's2'))));
      log.append(logged(skipped(7, 'moody', document('x'), entry(4, 'x', 's4'))));
      log.append(logged(entry(8, 'x')));
      await eventually(
        () => runtime.status()[0]?.error !== null || runtime.status()[0]?.position?.commit === 8n,
        'an outage or the end',
      );
      storage.recover();
      expect(await runtime.waitFor(['moody'], at(8), 1_000)).toBe(true);
      expect(x()).toEqual({ places: ['1', '3', '5', '8'] });
      expect(storage.census()).toMatchObject({ parked: 0, parked_events: 0 });
      await runtime.stop();
    }
  });
});

it('Events that were queued beyond the checkpoint are folded when the log brings them', async () => {
  const { view, faults } = moody();
  const { log, runtime, storage, another } = createRunning([view]);
  faults.add('1/x');
  log.append(logged(entry(1, 'x')));
  await runtime.start();
  expect(await runtime.waitFor(['moody'], at(1), 1_000)).toBe(true);
  await runtime.stop();
  // The process died while it put events 2 and 3 behind the parked one: only 3 arrived.
  log.append(logged(entry(2, 'x')), logged(entry(3, 'x')));
  const { id, stream, revision, position } = entry(3, 'x');
  const event = { id, stream, revision, position, type: 'PactSigned' };
  const lease = await leaseOf(storage, generationOf(view), 'spec');
  await storage.queue(lease, [{ key: 'x', event }]);
  faults.clear();
  const next = another();
  await next.start();
  expect(await next.waitFor(['moody'], at(3), 1_000)).toBe(true);
  expect(storage.contents(view)).toEqual({ x: { places: ['1', '2', '3'] } });
});

it('The checkpoint says how much is parked, also after a process that ended before it could say so', async () => {
  const { runtime, faults, storage, view, another } = await parked('2/x');
  await runtime.stop();
  faults.clear();
  const saveCheckpoints = storage.saveCheckpoints.bind(storage);
  storage.saveCheckpoints = () => new Promise(() => undefined);
  const second = another({ drainMilliseconds: 1 });
  await second.start();
  await eventually(() => storage.census()['parked'] === 0, 'released');
  await second.stop();
  storage.saveCheckpoints = saveCheckpoints;
  const third = another();
  await third.start();
  await eventually(() => third.status()[0]?.state === 'live', 'live');
  await third.stop();
  expect(await storage.acquire(generationOf(view), 'spec', 1)).toMatchObject({ parked: 0 });
});
