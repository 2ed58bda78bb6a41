import { at, logged, signed } from './testing/recorded';
import { createRunning, eventually, stopAll } from './testing/running';
import { generationOf, register } from './testing/views';

function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

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

  it('may be asked for before the start, and a runtime starts once', async () => {
    await createRunning([register]).runtime.stop();
    const { runtime } = createRunning([register]);
    await runtime.start();
    await expect(runtime.start()).rejects.toThrow('once');
    await runtime.stop();
  });
});
