import { foldOf } from './testing/fold-of';
import { gate, live, type World } from './testing/lives';
import { createInMemoryLog } from './testing/in-memory-log';
import { createMemoryStorage } from './testing/memory-storage';
import { at, logged, published, signed } from './testing/recorded';
import { createRunning, eventually, statusOf, stopAll } from './testing/running';
import { generationOf, register, signatures, tally } from './testing/views';

afterEach(stopAll);

describe('Contiguous checkpoints', () => {
  it('do not pass an event that is not written yet, in any of the views', async () => {
    const { log, runtime, storage } = createRunning([register, tally]);
    log.append(logged(signed(1, 'x')));
    await runtime.start();
    await runtime.waitFor(['register', 'tally'], at(1), 1_000);
    const { opened, open } = gate();
    let held = 0;
    storage.beforeWrite = () => {
      held += 1;
      // The first of the two views is written at once, the other one hangs.
      return held === 1 ? Promise.resolve() : opened;
    };
    log.append(logged(signed(2, 'x')), logged(published(3)));
    await eventually(() => held === 2, 'a batch in hand');
    await new Promise((resolve) => setTimeout(resolve, 10));
    for (const view of [register, tally]) {
      expect(await storage.checkpoint(generationOf(view))).toMatchObject({ position: at(1) });
      expect(statusOf(runtime.status(), view).position).toEqual(at(1));
    }
    open();
    expect(await runtime.waitFor(['register', 'tally'], at(3), 1_000)).toBe(true);
  });

  it('hold commit and prepare, and tell positions apart by both', async () => {
    const { log, runtime, storage } = createRunning([register]);
    const commit = 2n ** 62n + 1n;
    const same = [1n, 2n, 3n].map((prepare) => ({
      ...signed(Number(prepare), 'x', `s${prepare.toString()}`),
      position: { commit, prepare },
    }));
    log.append(...same.map(logged));
    await runtime.start();
    expect(await runtime.waitFor(['register'], { commit, prepare: 3n }, 1_000)).toBe(true);
    expect(storage.contents(register)).toEqual({ x: { count: 3, names: ['s1', 's2', 's3'] } });
    const { position } = await storage.checkpoint(generationOf(register));
    expect(position).toEqual({ commit, prepare: 3n });
  });

  it('move over events that do not concern the view', async () => {
    const { log, runtime, storage } = createRunning([register]);
    log.append(logged(signed(1, 'x')), logged(published(2)), logged(published(3)));
    await runtime.start();
    expect(await runtime.waitFor(['register'], at(3), 1_000)).toBe(true);
    expect(await storage.checkpoint(generationOf(register))).toMatchObject({
      position: at(3),
      events: 3,
      recordedAt: published(3).metadata.recordedAt,
    });
  });

  it('are each view’s own: one subscription starts at the least, views ahead skip', async () => {
    const log = createInMemoryLog();
    const storage = createMemoryStorage();
    const history = ['a', 'b', 'c'].map((name, index) => signed(index + 1, 'x', name));
    log.append(...history.slice(0, 2).map(logged));
    await live({ log, storage, views: [register] }, { kind: 'old-age' });
    log.append(...history.slice(2).map(logged));
    await live({ log, storage, views: [register, tally] }, { kind: 'old-age' });
    expect(log.subscribedAfter).toEqual([null, null]);
    for (const view of [register, tally]) {
      expect(storage.contents(view)).toEqual(foldOf(view, history));
      expect(await storage.checkpoint(generationOf(view))).toMatchObject({ events: 3 });
    }
  });

  it('let a view far behind catch up by itself, while the others go on', async () => {
    const many = Array.from({ length: 10_100 }, (_, i) => signed(i + 1, `p${i % 7}`));
    const log = createInMemoryLog();
    const storage = createMemoryStorage();
    log.append(...many.map(logged));
    await live({ log, storage, views: [register] }, { kind: 'old-age' });

    const { opened, open } = gate();
    const { runtime } = createRunning([register, tally], {}, { log, storage });
    let isHeld = false;
    storage.beforeWrite = () => {
      if (isHeld) return Promise.resolve();
      isHeld = true;
      return opened;
    };
    await runtime.start();
    await eventually(() => isHeld, 'the view behind is writing');
    log.append(logged(signed(20_000, 'new')));
    expect(await runtime.waitFor(['register'], at(20_000), 1_000)).toBe(true);
    expect(statusOf(runtime.status(), tally).state).toBe('catching-up');
    open();
    expect(await runtime.waitFor(['tally'], at(20_000), 5_000)).toBe(true);
    expect(storage.contents(tally)).toEqual(foldOf(tally, [...many, signed(20_000, 'new')]));
    // One of its own from the beginning, then both together again.
    expect(log.subscribedAfter.slice(1)).toHaveLength(3);
  });

  it('end where the log was scanned to, once everything before is written', async () => {
    const { log, runtime, storage } = createRunning([register, signatures]);
    const { opened, open } = gate();
    storage.beforeWrite = () => opened;
    log.append(logged(signed(1, 'x')));
    log.scannedTo = at(7);
    await runtime.start();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await storage.checkpoint(generationOf(register))).position).toBeNull();
    expect(runtime.status()[0]?.state).toBe('catching-up');
    open();
    expect(await runtime.waitFor(['register', 'signatures'], at(7), 1_000)).toBe(true);
    expect(await storage.checkpoint(generationOf(register))).toMatchObject({
      position: at(7),
      events: 1,
      recordedAt: signed(1, 'x').metadata.recordedAt,
    });
    log.append(logged(signed(8, 'x')));
    expect(await runtime.waitFor(['register'], at(8), 1_000)).toBe(true);
    expect(storage.contents(register)).toMatchObject({ x: { count: 2 } });
  });

  it('are never moved backwards', async () => {
    const here: World = {
      log: createInMemoryLog(),
      storage: createMemoryStorage(),
      views: [register],
    };
    here.log.append(logged(signed(1, 'x')), logged(signed(2, 'x')));
    here.log.scannedTo = at(9);
    await live(here, { kind: 'old-age' });
    const before = await here.storage.checkpoint(generationOf(register));
    here.log.scannedTo = at(4);
    await live(here, { kind: 'old-age' });
    expect(await here.storage.checkpoint(generationOf(register))).toEqual(before);
  });
});
