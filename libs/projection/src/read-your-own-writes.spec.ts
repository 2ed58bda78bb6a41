import { at, logged, signed } from './testing/recorded';
import { createRunning, stopAll } from './testing/running';
import { brittle, register, tally } from './testing/views';

afterEach(stopAll);

describe('Read your own writes', () => {
  it('waits in the projecting process until all named views contain the position', async () => {
    const { log, runtime, storage } = createRunning([register, tally]);
    await runtime.start();
    const waiting = runtime.waitFor(['register', 'tally'], at(1), 1_000);
    log.append(logged(signed(1, 'x', 'a')));
    expect(await waiting).toBe(true);
    expect(storage.contents(register)).toEqual({ x: { count: 1, names: ['a'] } });
  });

  it('says no when the time is over, and refuses a view that is not there', async () => {
    const { runtime } = createRunning([register]);
    await runtime.start();
    expect(await runtime.waitFor(['register'], at(1), 10)).toBe(false);
    await expect(runtime.waitFor(['nobody'], at(1), 10)).rejects.toThrow(RangeError);
  });

  it('lets no two views share a name', () => {
    expect(() => createRunning([brittle, { ...brittle, version: 2 }])).toThrow(RangeError);
  });
});
