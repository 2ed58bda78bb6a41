import { entry, moody, moodyRows } from './testing/moody-views';
import { at, logged, superseded, unreadable, type Recorded } from './testing/recorded';
import { createRunning, eventually, statusOf, stopAll } from './testing/running';
import { skipped } from './testing/skips';
import { generationOf, tally } from './testing/views';

afterEach(stopAll);

/** An event of `stream` that nobody can read, in the place of one that somebody could. */
function garbled(event: Recorded, type = 'PactSuperseded') {
  const { id, stream, revision, position } = event;
  const { unreadable: place } = unreadable(Number(position.commit), type);
  return { kind: 'unreadable', unreadable: { ...place, id, stream, revision } } as const;
}

const stream = { kind: 'stream', key: 'pact-a' } as const;
const lost = superseded(2, 'a');

/** The stream `pact-a` holds an event that nobody can read. */
async function parked() {
  const { view, faults } = moody();
  const running = createRunning([view, tally], { limits: { events: 2 } });
  const { log, runtime } = running;
  log.append(
    logged(entry(1, 'a,x', 'a')),
    garbled(lost),
    logged(entry(3, 'a,x', 'a')),
    logged(entry(4, 'a', 'b')),
  );
  await runtime.start();
  expect(await runtime.waitFor(['moody', 'tally'], at(4), 1_000)).toBe(true);
  return { ...running, view, faults };
}

describe('An event that nobody can read', () => {
  it('holds up its stream in the views that name its type, and nothing else', async () => {
    const { runtime, storage, view } = await parked();
    expect(storage.contents(view)).toEqual({ a: { places: ['1', '4'] }, x: { places: ['1'] } });
    expect(await runtime.operations.parked()).toMatchObject([
      { ...stream, event: { type: 'PactSuperseded' }, error: 'no such version' },
    ]);
    expect(storage.contents(tally)).toMatchObject({ all: { signatures: 3 } });
  });

  it('holds up its stream in every view when none names its type', async () => {
    const { view } = moody();
    const { log, runtime } = createRunning([view, tally]);
    log.append(garbled(lost, 'MoonLanded'), logged(entry(3, 'x', 'a')));
    await runtime.start();
    expect(await runtime.waitFor(['moody', 'tally'], at(3), 1_000)).toBe(true);
    const kept = await runtime.operations.parked();
    expect(kept.map(({ generation, key }) => [generation.name, key])).toEqual([
      ['moody', 'pact-a'],
      ['tally', 'pact-a'],
    ]);
  });

  it('stays parked when it is tried again and still cannot be read', async () => {
    const { runtime } = await parked();
    expect(await runtime.operations.retry('moody', stream)).toBe(false);
    expect(await runtime.operations.parked()).toMatchObject([{ ...stream, attempts: 2 }]);
    expect(runtime.operations.build('moody')).toBeNull();
  });

  it('has its view built anew, and switched to, once it can be read and is tried again', async () => {
    const { log, runtime, storage, view } = await parked();
    log.replace(logged(lost));
    await runtime.operations.retry('moody', stream);
    await eventually(() => statusOf(runtime.status(), view).build === 2, 'switched');
    const live = { ...generationOf(view), build: 2 };
    expect(storage.contents(live)).toEqual({
      a: { places: ['3', '4'] },
      x: { places: ['1', '3'] },
    });
    await eventually(() => statusOf(runtime.status(), view).caughtUp, 'caught up');
    expect(await runtime.operations.parked()).toEqual([]);
    expect(statusOf(runtime.status(), view)).toMatchObject({ parked: 0, error: null });
  });

  it('is tried again by the next start of the process', async () => {
    const { log, runtime, storage, view, another } = await parked();
    await runtime.stop();
    log.replace(logged(lost));
    const corrected = another();
    await corrected.start();
    await eventually(() => statusOf(corrected.status(), view).build === 2, 'switched');
    expect(storage.contents({ ...generationOf(view), build: 2 })).toMatchObject({
      a: { places: ['3', '4'] },
    });
  });

  it('has its view built anew without it when that is decided', async () => {
    const { log, runtime, storage, view } = await parked();
    log.append(logged(skipped(5, 'moody', stream, lost)), logged(entry(6, 'x')));
    await eventually(() => statusOf(runtime.status(), view).build === 2, 'switched');
    expect(await runtime.waitFor(['moody'], at(6), 1_000)).toBe(true);
    expect(storage.contents({ ...generationOf(view), build: 2 })).toEqual({
      a: { places: ['1', '3', '4'] },
      x: { places: ['1', '3', '6'] },
    });
    expect(await runtime.operations.parked()).toEqual([]);
  });

  it('has its view built anew whichever write the process dies at', async () => {
    for (let effects = 0; effects < 24; effects += 1) {
      const { log, runtime, storage, view } = await parked();
      storage.failAfter(effects);
      log.append(logged(skipped(5, 'moody', stream, lost)));
      const isBuilt = (): boolean => statusOf(runtime.status(), view).build === 2;
      const isAway = (): boolean => statusOf(runtime.status(), view).error !== null;
      await eventually(() => isBuilt() || isAway(), 'an outage or the end');
      storage.recover();
      await eventually(isBuilt, `switched after ${effects} effects`);
      expect(storage.contents({ ...generationOf(view), build: 2 })).toEqual({
        a: { places: ['1', '3', '4'] },
        x: { places: ['1', '3'] },
      });
      await runtime.stop();
    }
  });

  it('takes the place of a rebuild that has not ended', async () => {
    const { log, runtime, storage, view } = await parked();
    await runtime.operations.rebuild('moody', { throttle: 1 });
    log.append(logged(skipped(5, 'moody', stream, lost)));
    await eventually(() => statusOf(runtime.status(), view).build === 3, 'switched');
    await eventually(() => storage.census()['moody_v1_b2'] === undefined, 'discarded');
  });

  it('is parked alone where rows are added, and added when it can be read', async () => {
    const { view } = moodyRows();
    const { log, runtime, storage } = createRunning([view]);
    const event = entry(2, 'x', 'a');
    log.append(
      logged(entry(1, 'x', 'a')),
      garbled(event, 'PactSigned'),
      logged(entry(3, 'x', 'a')),
    );
    await runtime.start();
    expect(await runtime.waitFor(['rows'], at(3), 1_000)).toBe(true);
    expect(Object.values(storage.contents(view))).toEqual([{ place: '1' }, { place: '3' }]);
    const [record] = await runtime.operations.parked();
    expect(record).toMatchObject({ kind: 'event', key: event.id });
    log.replace(logged(event));
    expect(await runtime.operations.retry('rows', { kind: 'event', key: event.id })).toBe(true);
    expect(Object.keys(storage.contents(view))).toHaveLength(3);
    expect(runtime.operations.build('rows')).toBeNull();
  });

  it('is left out of rows without a build', async () => {
    const { view } = moodyRows();
    const { log, runtime, storage } = createRunning([view]);
    const event = entry(1, 'x', 'a');
    log.append(garbled(event, 'PactSigned'));
    log.append(logged(skipped(2, 'rows', { kind: 'event', key: event.id }, event)));
    await runtime.start();
    expect(await runtime.waitFor(['rows'], at(2), 1_000)).toBe(true);
    expect(await runtime.operations.parked()).toEqual([]);
    expect(storage.contents(view)).toEqual({});
    expect(runtime.operations.build('rows')).toBeNull();
  });
});

it('A stream held up because its documents cannot be told is released in the same way', async () => {
  const { view, faults } = moody();
  const { log, runtime, storage } = createRunning([view]);
  faults.add('1/*');
  log.append(logged(entry(1, 'x', 'a')), logged(entry(2, 'x', 'a')), logged(entry(3, 'x', 'b')));
  await runtime.start();
  expect(await runtime.waitFor(['moody'], at(3), 1_000)).toBe(true);
  faults.clear();
  await runtime.operations.retry('moody', stream);
  await eventually(() => runtime.status()[0]?.build === 2, 'switched');
  const live = { ...generationOf(view), build: 2 };
  expect(storage.contents(live)).toEqual({ x: { places: ['1', '2', '3'] } });
});
