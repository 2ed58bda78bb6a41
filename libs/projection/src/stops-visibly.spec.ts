import { at, logged, signed, unreadable } from './testing/recorded';
import { createRunning, eventually, statusOf, stopAll } from './testing/running';
import { brittle, register, tally } from './testing/views';

afterEach(stopAll);

describe('An event that cannot be handled', () => {
  it('stops the view that cannot fold it, with its place, and no other view', async () => {
    const { log, runtime, entries } = createRunning([brittle, tally]);
    log.append(logged(signed(1, 'x')), logged(signed(2, 'y', 'poison')), logged(signed(3, 'z')));
    await runtime.start();
    expect(await runtime.waitFor(['tally'], at(3), 1_000)).toBe(true);
    expect(statusOf(runtime.status(), brittle)).toMatchObject({
      state: 'stopped',
      position: at(1),
      caughtUp: false,
      error: { event: { stream: 'pact-y', revision: 2n, position: at(2), type: 'PactSigned' } },
    });
    log.append(logged(signed(4, 'x')));
    expect(await runtime.waitFor(['tally'], at(4), 1_000)).toBe(true);
    expect(statusOf(runtime.status(), brittle).position).toEqual(at(1));
    const shouted = entries.filter(({ level }) => level === 'error');
    expect(shouted).toMatchObject([{ view: 'brittle_v1' }]);
  });

  it('is tried again by the next start of the process', async () => {
    const { log, runtime, another } = createRunning([brittle]);
    log.append(logged(signed(1, 'y', 'poison')));
    for (const life of [runtime, another()]) {
      await life.start();
      await eventually(() => life.status()[0]?.state === 'stopped', 'stopped');
      expect(life.status()[0]?.error?.event?.revision).toBe(1n);
      await life.stop();
    }
    expect(log.subscribedAfter).toEqual([null, null]);
  });

  it('stops the views that name its type when it cannot be read', async () => {
    const { log, runtime } = createRunning([register, tally]);
    log.append(unreadable(1, 'PactSuperseded'), logged(signed(2, 'x')));
    await runtime.start();
    expect(await runtime.waitFor(['tally'], at(2), 1_000)).toBe(true);
    expect(statusOf(runtime.status(), register)).toMatchObject({
      state: 'stopped',
      error: { event: { stream: 'pact-u', revision: 0n, type: 'PactSuperseded' } },
    });
  });

  it('stops every view when no view knows its type: nobody can tell whom it concerns', async () => {
    const { log, runtime } = createRunning([register, tally]);
    log.append(logged(signed(1, 'x')), unreadable(2, 'MoonLanded'), logged(signed(3, 'x')));
    await runtime.start();
    await eventually(() => runtime.status().every(({ state }) => state === 'stopped'), 'stopped');
    expect(runtime.status().map(({ position }) => position)).toEqual([at(1), at(1)]);
  });

  it('answers those who wait for the view at once', async () => {
    const { log, runtime } = createRunning([brittle]);
    await runtime.start();
    const waiting = runtime.waitFor(['brittle'], at(1), 60_000);
    log.append(logged(signed(1, 'y', 'poison')));
    expect(await waiting).toBe(false);
    expect(await runtime.waitFor(['brittle'], at(1), 60_000)).toBe(false);
  });
});
