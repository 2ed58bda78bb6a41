import { entry, moody } from './testing/moody-views';
import { createPair } from './testing/pair';
import { at, logged, signed } from './testing/recorded';
import { createRunning, eventually, stopAll } from './testing/running';
import { generationOf, register } from './testing/views';
import { isLevel, statusOf, type ViewMoment } from './runtime/view-status';

const recordedAt = '2026-01-02T00:00:00.000Z';
const moment: ViewMoment = {
  generation: generationOf(register),
  parked: 0,
  writer: null,
  eventsPerSecond: 0,
  state: 'live',
  checkpoint: { position: at(5), events: 5, recordedAt },
  error: null,
  levelAt: null,
};
const later = new Date('2026-01-02T00:01:30.000Z');

afterEach(stopAll);

describe('A view knows where it is', () => {
  it('is caught up when live and level with the newest position known', () => {
    expect(statusOf(moment, at(5), later)).toMatchObject({
      caughtUp: true,
      lagSeconds: 0,
    });
    expect(isLevel(null, null)).toBe(true);
    expect(isLevel(null, at(1))).toBe(false);
  });

  it('lags behind by the time since it was certainly complete', () => {
    const behind = statusOf(moment, at(6), later);
    expect(behind).toMatchObject({ caughtUp: false, lagSeconds: 90 });
    const levelAt = new Date('2026-01-02T00:01:00.000Z');
    expect(statusOf({ ...moment, levelAt }, at(6), later).lagSeconds).toBe(30);
    const unknown = { ...moment, checkpoint: { position: null, events: 0, recordedAt: null } };
    expect(statusOf(unknown, at(6), later).lagSeconds).toBeNull();
  });

  it('is not caught up before the subscription said so, wherever it stands', () => {
    const catching = { ...moment, state: 'catching-up' } as const;
    expect(statusOf(catching, at(5), later).caughtUp).toBe(false);
  });

  it('says waiting, then live with what it handled, then stopped', async () => {
    const { log, runtime } = createRunning([register]);
    expect(runtime.status()).toEqual([
      {
        name: 'register',
        version: 1,
        build: 1,
        state: 'waiting',
        position: null,
        events: 0,
        caughtUp: false,
        lagSeconds: null,
        lagEvents: null,
        eventsPerSecond: 0,
        parked: 0,
        writer: null,
        error: null,
      },
    ]);
    log.append(logged(signed(1, 'x')), logged(signed(2, 'x')));
    await runtime.start();
    await eventually(() => runtime.status()[0]?.caughtUp === true, 'caught up');
    expect(runtime.status()[0]).toMatchObject({ state: 'live', position: at(2), events: 2 });
    await runtime.stop();
    expect(runtime.status()[0]).toMatchObject({ state: 'stopped', error: null });
  });

  it('shows how fresh the head is, so that a frozen head does not pass for no lag', async () => {
    const moments = { now: Date.UTC(2026, 0, 3) };
    const { log, runtime } = createRunning([register], { clock: () => new Date(moments.now) });
    expect(runtime.head()).toEqual({ position: null, ageSeconds: null });
    log.append(logged(signed(1, 'x')));
    await runtime.start();
    await eventually(() => runtime.head().position?.commit === 1n, 'head read');
    expect(runtime.head().ageSeconds).toBe(0);
    log.fail();
    await eventually(() => runtime.status()[0]?.state === 'waiting', 'waiting');
    moments.now += 60_000;
    expect(runtime.head()).toEqual({ position: at(1), ageSeconds: 60 });
  });

  it('says how much is parked also where another process writes it', async () => {
    const { view, faults } = moody();
    const { log, first, second } = await createPair([view]);
    await second.start();
    const parked = () => second.status()[0]?.parked;
    faults.add('2/x');
    log.append(logged(entry(2, 'x')));
    await eventually(() => parked() === 1, 'one parked');
    expect(second.status()[0]).toMatchObject({ state: 'standing-by' });
    faults.clear();
    expect(await first.operations.retry('moody', { kind: 'document', key: 'x' })).toBe(true);
    await eventually(() => parked() === 0, 'none parked');
  });
});
