import { at, logged, signed } from './testing/recorded';
import { createRunning, stopAll } from './testing/running';
import { brittle, register, tally } from './testing/views';
import { viewPositionsFrom } from './reading/view-positions';

afterEach(stopAll);

describe('Read your own writes', () => {
  it('waits in the projecting process until all named views contain the position', async () => {
    const { log, runtime, storage } = createRunning([register, tally]);
    await runtime.start();
    const waiting = runtime.waitFor(['register', 'tally'], at(1), 1_000);
    log.append(logged(signed(1, 'x', 'a')));
    expect(await waiting).toBe(true);
    expect(storage.documents(register)).toEqual({ x: { count: 1, names: ['a'] } });
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

describe('Read your own writes from another process', () => {
  const looking = (...answers: (number | null)[]) => {
    const looks = { count: 0 };
    const read = () => {
      const answer = answers[Math.min(looks.count, answers.length - 1)] ?? null;
      looks.count += 1;
      return Promise.resolve(answer === null ? null : at(answer));
    };
    return { looks, positions: viewPositionsFrom(read, { cacheMilliseconds: 60_000 }) };
  };

  it('looks again until the checkpoint contains the position', async () => {
    const { looks, positions } = looking(null, 3, 5);
    expect(await positions.waitFor(register, at(4), 1_000)).toEqual({
      reached: true,
      position: at(5),
    });
    expect(looks.count).toBe(3);
  });

  it('answers with where the view stands when the time is over', async () => {
    const { positions } = looking(3);
    expect(await positions.waitFor(register, at(4), 25)).toEqual({
      reached: false,
      position: at(3),
    });
  });

  it('says yes from memory, never no', async () => {
    const { looks, positions } = looking(3, 4);
    expect(await positions.positionOf(register)).toEqual(at(3));
    expect(await positions.positionOf(register)).toEqual(at(3));
    expect(await positions.waitFor(register, at(2), 0)).toEqual({ reached: true, position: at(3) });
    expect(looks.count).toBe(1);
    expect(await positions.waitFor(register, at(4), 0)).toEqual({ reached: true, position: at(4) });
    expect(looks.count).toBe(2);
  });

  it('shares one look between those who ask at the same time', async () => {
    const { looks, positions } = looking(3);
    await Promise.all([1, 2, 3].map(() => positions.positionOf(register)));
    expect(looks.count).toBe(1);
  });

  it('passes on that the store does not answer, and looks again afterwards', async () => {
    const answers = [Promise.reject(new Error('away')), Promise.resolve(at(1))];
    const read = () => answers.shift() ?? Promise.resolve(null);
    const positions = viewPositionsFrom(read, { cacheMilliseconds: 0 });
    await expect(positions.positionOf(register)).rejects.toThrow('away');
    expect(await positions.positionOf(register)).toEqual(at(1));
  });
});
