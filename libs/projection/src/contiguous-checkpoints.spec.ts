import { handleBatch } from './fold/handle-batch';
import { at, logged, published, signed, unreadable } from './testing/recorded';
import { createRunning, eventually, statusOf, stopAll } from './testing/running';
import { createInMemoryStorage } from './testing/in-memory-storage';
import { brittle, register, tally } from './testing/views';
import { createViewProgress } from './runtime/view-progress';

const clock = (): Date => new Date(0);

afterEach(stopAll);

describe('Contiguous checkpoints', () => {
  it('end before the event a view cannot pass, with everything before it written', async () => {
    const storage = createInMemoryStorage();
    const [stuck, free] = [createViewProgress(brittle, clock), createViewProgress(tally, clock)];
    const events = [signed(1, 'x'), signed(2, 'y', 'poison'), signed(3, 'z')];
    const batch = { messages: events.map(logged), caughtUp: true };
    await handleBatch([stuck, free], batch, () => true, storage);
    expect(await storage.checkpoint(brittle)).toMatchObject({ position: at(1), events: 1 });
    expect(Object.keys(storage.documents(brittle))).toEqual(['x']);
    expect(await storage.checkpoint(tally)).toMatchObject({ position: at(3), events: 3 });
  });

  it('do not move at all when the first event cannot be passed', async () => {
    const storage = createInMemoryStorage();
    const stuck = createViewProgress(brittle, clock);
    const messages = [unreadable(1, 'PactSigned'), logged(signed(2, 'x'))];
    await handleBatch([stuck], { messages, caughtUp: false }, () => true, storage);
    expect((await storage.checkpoint(brittle)).position).toBeNull();
    expect(storage.documents(brittle)).toEqual({});
  });

  it('move over events that do not concern the view', async () => {
    const { log, runtime, storage } = createRunning([register]);
    log.append(logged(signed(1, 'x')), logged(published(2)), logged(published(3)));
    await runtime.start();
    expect(await runtime.waitFor(['register'], at(3), 1_000)).toBe(true);
    expect(await storage.checkpoint(register)).toMatchObject({ position: at(3), events: 3 });
  });

  it('are each view’s own: one subscription starts at the least, views ahead skip', async () => {
    const { log, storage, runtime } = createRunning([register, tally]);
    const first = createViewProgress(register, clock);
    const early = [signed(1, 'x', 'a'), signed(2, 'x', 'b')];
    const messages = early.map(logged);
    await handleBatch([first], { messages, caughtUp: false }, () => true, storage);
    log.append(...messages, logged(signed(3, 'x', 'c')));
    await runtime.start();
    await eventually(() => runtime.status().every(({ caughtUp }) => caughtUp), 'both caught up');
    expect(log.subscribedAfter).toEqual([null]);
    expect(storage.documents(register)).toEqual({ x: { count: 3, names: ['a', 'b', 'c'] } });
    expect(statusOf(runtime.status(), register).events).toBe(3);
    expect(statusOf(runtime.status(), tally).events).toBe(3);
  });
});
