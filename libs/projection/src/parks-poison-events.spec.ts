import { entry, moody, moodyRows } from './testing/moody-views';
import { at, logged } from './testing/recorded';
import { createRunning, eventually, statusOf, stopAll } from './testing/running';
import { generationOf, signaturesView, tally, tallyView } from './testing/views';
import { anyView } from './view/any-view';
import type { ProjectionSettings } from './runtime/settings';

afterEach(stopAll);

const broken = (faults: readonly string[], settings: ProjectionSettings = {}) => {
  const { view, faults: now } = moody();
  for (const fault of faults) now.add(fault);
  return { view, faults: now, ...createRunning([view, tally], settings) };
};

describe('An event that a view cannot fold', () => {
  it('is tried again after pauses, then parked for its document with all that is known', async () => {
    const { log, runtime, view, entries } = broken(['2/x'], { retryPauses: [1, 1, 1] });
    log.append(logged(entry(1, 'x')), logged(entry(2, 'x', 'q')));
    await runtime.start();
    expect(await runtime.waitFor(['moody'], at(2), 1_000)).toBe(true);
    expect(await runtime.operations.parked('moody')).toEqual([
      {
        holdsUp: 'live',
        kind: 'document',
        key: 'x',
        event: {
          id: entry(2, 'x').id,
          stream: 'pact-q',
          revision: 2n,
          position: at(2),
          type: 'PactSigned',
        },
        error: 'cannot do 2/x',
        attempts: 4,
        firstFailedAt: expect.stringMatching(/^\d{4}-.*Z$/),
        lastFailedAt: expect.stringMatching(/^\d{4}-.*Z$/),
        generation: generationOf(view),
        waiting: 0,
      },
    ]);
    expect(entries.filter(({ level }) => level === 'error')).toMatchObject([{ view: 'moody' }]);
  });

  it('is not parked when it can be folded at a later attempt', async () => {
    const { log, runtime, storage, view, faults } = broken(['1/x'], { retryPauses: [20] });
    log.append(logged(entry(1, 'x')));
    await runtime.start();
    await new Promise((resolve) => setTimeout(resolve, 10));
    faults.clear();
    expect(await runtime.waitFor(['moody'], at(1), 1_000)).toBe(true);
    expect(await runtime.operations.parked()).toEqual([]);
    expect(storage.contents(view)).toEqual({ x: { places: ['1'] } });
  });

  it('holds up later events of its document, from other streams too, and nothing else', async () => {
    const { log, runtime, storage, view } = broken(['2/x']);
    log.append(
      logged(entry(1, 'x')),
      logged(entry(2, 'x')),
      logged(entry(3, 'x', 'elsewhere')),
      logged(entry(4, 'y')),
      logged(entry(5, 'x,z')),
    );
    await runtime.start();
    expect(await runtime.waitFor(['moody', 'tally'], at(5), 1_000)).toBe(true);
    expect(storage.contents(view)).toEqual({
      x: { places: ['1'] },
      y: { places: ['4'] },
      z: { places: ['5'] },
    });
    expect(storage.contents(tally)).toMatchObject({ all: { signatures: 5 } });
    expect(await runtime.operations.parked()).toMatchObject([{ key: 'x', waiting: 2 }]);
    expect(await storage.queued(generationOf(view), 'x', null, 9)).toMatchObject([
      { position: at(3), stream: 'pact-elsewhere' },
      { position: at(5) },
    ]);
  });

  it('holds them up across restarts and in any page', async () => {
    const { log, runtime, storage, view, another } = broken(['2/x'], { limits: { events: 1 } });
    log.append(logged(entry(1, 'x')), logged(entry(2, 'x')), logged(entry(3, 'x')));
    await runtime.start();
    expect(await runtime.waitFor(['moody'], at(3), 1_000)).toBe(true);
    await runtime.stop();
    log.append(logged(entry(4, 'x')), logged(entry(5, 'y')));
    const next = another();
    await next.start();
    expect(await next.waitFor(['moody'], at(5), 1_000)).toBe(true);
    expect(storage.contents(view)).toEqual({ x: { places: ['1'] }, y: { places: ['5'] } });
    expect(await next.operations.parked()).toMatchObject([
      { event: { position: at(2) }, waiting: 2 },
    ]);
  });

  it('is shown by the status and the counters, and the checkpoint passes it', async () => {
    const { log, runtime, storage, view } = broken(['1/x', '2/y']);
    log.append(logged(entry(1, 'x')), logged(entry(2, 'y')), logged(entry(3, 'z')));
    await runtime.start();
    expect(await runtime.waitFor(['moody'], at(3), 1_000)).toBe(true);
    await eventually(() => statusOf(runtime.status(), view).caughtUp, 'caught up');
    expect(statusOf(runtime.status(), view)).toMatchObject({
      state: 'live',
      position: at(3),
      events: 3,
      parked: 2,
      error: null,
    });
    expect(statusOf(runtime.status(), tally)).toMatchObject({ parked: 0 });
    expect(runtime.counters()).toMatchObject([{ parkedTotal: 2 }, { parkedTotal: 0 }]);
    expect((await storage.checkpoint(generationOf(view))).position).toEqual(at(3));
  });

  it('is parked only for those of its documents that fail', async () => {
    const { log, runtime, storage, view } = broken(['1/y', '1/z']);
    log.append(logged(entry(1, 'x,y,z')), logged(entry(2, 'x,z')));
    await runtime.start();
    expect(await runtime.waitFor(['moody'], at(2), 1_000)).toBe(true);
    expect(storage.contents(view)).toEqual({ x: { places: ['1', '2'] } });
    expect(await runtime.operations.parked()).toMatchObject([
      { key: 'y', waiting: 0 },
      { key: 'z', waiting: 1 },
    ]);
  });

  it('holds up its whole stream when nobody can tell which documents it changes', async () => {
    const { log, runtime, storage, view } = broken(['1/*']);
    log.append(logged(entry(1, 'x', 'a')), logged(entry(2, 'x', 'a')), logged(entry(3, 'x', 'b')));
    await runtime.start();
    expect(await runtime.waitFor(['moody'], at(3), 1_000)).toBe(true);
    expect(storage.contents(view)).toEqual({ x: { places: ['3'] } });
    expect(await runtime.operations.parked()).toMatchObject([
      { kind: 'stream', key: 'pact-a', error: 'cannot do 1/*' },
    ]);
  });

  it('is parked alone where rows are added: nothing waits behind it', async () => {
    const { view, faults } = moodyRows();
    const { log, runtime, storage } = createRunning([view]);
    faults.add('1');
    log.append(logged(entry(1, 'x')), logged(entry(2, 'x')));
    await runtime.start();
    expect(await runtime.waitFor(['rows'], at(2), 1_000)).toBe(true);
    const { id } = entry(1, 'x');
    expect(await runtime.operations.parked()).toMatchObject([
      { kind: 'event', key: id, waiting: 0 },
    ]);
    expect(storage.contents(view)).toEqual({ [entry(2, 'x').id]: { place: '2' } });
    faults.clear();
    expect(await runtime.operations.retry('rows', { kind: 'event', key: id })).toBe(true);
    expect(Object.values(storage.contents(view))).toEqual([{ place: '1' }, { place: '2' }]);
  });

  it('is found by handling events alone where the storage refuses a document', async () => {
    const { log, runtime, storage, view } = broken([], { limits: { events: 10 } });
    storage.refuses = ({ _id, places }) =>
      _id === 'x' && Array.isArray(places) && places.includes('3');
    log.append(...[1, 2, 3, 4, 5].map((place) => logged(entry(place, 'x,y'))));
    await runtime.start();
    expect(await runtime.waitFor(['moody', 'tally'], at(5), 1_000)).toBe(true);
    expect(storage.contents(view)).toEqual({
      x: { places: ['1', '2'] },
      y: { places: ['1', '2', '3', '4', '5'] },
    });
    expect(await runtime.operations.parked()).toMatchObject([
      { key: 'x', event: { position: at(3) }, error: 'x cannot be stored', waiting: 2 },
    ]);
    expect(storage.contents(tally)).toMatchObject({ all: { signatures: 5 } });
  });

  it('is parked alone where the storage refuses its row', async () => {
    const { view } = moodyRows();
    const { log, runtime, storage } = createRunning([view]);
    storage.refuses = ({ place }) => place === '2';
    log.append(...[1, 2, 3].map((place) => logged(entry(place, 'x'))));
    await runtime.start();
    expect(await runtime.waitFor(['rows'], at(3), 1_000)).toBe(true);
    expect(Object.values(storage.contents(view))).toEqual([{ place: '1' }, { place: '3' }]);
    expect(await runtime.operations.parked()).toMatchObject([{ key: entry(2, 'x').id }]);
  });

  it.each([['\ud800'], [undefined]])(
    'holds up its stream where a document is named %j, and nothing else',
    async (id) => {
      const { view } = moody();
      const odd = anyView({ ...tallyView, documentsOf: () => ['a', id as string] });
      const rows = anyView({ ...signaturesView, idOf: () => id as string });
      const views = [view, odd, rows];
      const { log, runtime, storage } = createRunning(views);
      log.append(logged(entry(1, 'x')), logged(entry(2, 'y')));
      await runtime.start();
      const names = views.map(({ name }) => name);
      expect(await runtime.waitFor(names, at(2), 2_000)).toBe(true);
      expect(storage.contents(odd)).toEqual({});
      expect(storage.contents(rows)).toEqual({});
      expect((await runtime.operations.parked()).map(({ kind }) => kind)).toEqual([
        ...['stream', 'event', 'event'],
      ]);
    },
  );

  it('is parked where the document as it is stored cannot be read, and nothing else stands still', async () => {
    const { view } = moody();
    const { log, runtime, storage } = createRunning([view, tally]);
    log.append(logged(entry(1, 'x')), logged(entry(2, 'y')));
    await runtime.start();
    expect(await runtime.waitFor(['moody', 'tally'], at(2), 1_000)).toBe(true);
    await runtime.stop();
    const load = storage.load.bind(storage);
    storage.load = async (generation, ids) => {
      if (ids.includes('x')) throw new TypeError('A stored position holds number');
      return load(generation, ids);
    };
    const { runtime: next } = createRunning([view, tally], {}, { log, storage });
    log.append(logged(entry(3, 'y')), logged(entry(4, 'x')), logged(entry(5, 'y')));
    await next.start();
    expect(await next.waitFor(['moody', 'tally'], at(5), 2_000)).toBe(true);
    expect(storage.contents(view)).toMatchObject({ y: { places: ['2', '3', '5'] } });
    expect(await next.operations.parked()).toMatchObject([
      { key: 'x', event: { position: at(4) } },
    ]);
  });

  it('stops its view when too much is parked already, before it, and no other view', async () => {
    const { log, runtime, storage, view } = broken(['1/a', '2/b', '3/c'], { mostParked: 2 });
    log.append(...['a', 'b', 'c', 'd'].map((id, index) => logged(entry(index + 1, id))));
    await runtime.start();
    expect(await runtime.waitFor(['tally'], at(4), 1_000)).toBe(true);
    await eventually(() => statusOf(runtime.status(), view).state === 'stopped', 'stopped');
    const { position, error } = statusOf(runtime.status(), view);
    expect({ position, message: error?.message }).toEqual({
      position: at(2),
      message: expect.stringContaining('2 keys of the view moody are parked'),
    });
    expect(await storage.parked(generationOf(view))).toHaveLength(2);
    expect(await runtime.waitFor(['moody'], at(4), 60_000)).toBe(false);
  });

  it('is parked once, whichever write the process dies at', async () => {
    for (let effects = 1; effects < 16; effects += 1) {
      const { log, runtime, storage, view } = broken(['2/x', '3/y'], { limits: { events: 2 } });
      log.append(...[1, 2, 3, 4].map((place) => logged(entry(place, 'x,y'))));
      storage.failAfter(effects);
      await runtime.start();
      await eventually(
        () =>
          statusOf(runtime.status(), view).error !== null ||
          runtime.status().every(({ caughtUp }) => caughtUp),
        'an outage or the end',
      );
      storage.recover();
      expect(await runtime.waitFor(['moody'], at(4), 1_000)).toBe(true);
      expect(await runtime.operations.parked('moody')).toMatchObject([
        { key: 'x', event: { position: at(2) }, waiting: 2 },
        { key: 'y', event: { position: at(3) }, waiting: 1 },
      ]);
      expect(storage.contents(view)).toEqual({ x: { places: ['1'] }, y: { places: ['1', '2'] } });
      await runtime.stop();
    }
  });
});
