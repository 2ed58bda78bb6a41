import { entry, moody } from './testing/moody-views';
import { at, logged } from './testing/recorded';
import { createRunning, eventually, stopAll } from './testing/running';

afterEach(stopAll);

const x = { kind: 'document', key: 'x' } as const;

/**
 * A process releases, or parks, document x for the first event and what it sent about that is on its
 * way when it dies. The next one releases x and parks it for the second event, with the third behind
 * it; then what was on its way arrives.
 */
describe.each(['unpark', 'park'] as const)(
  'A document that was parked since keeps its place and its queue when a late `%s` arrives',
  (late) => {
    it('and has every event, in order, once they can be folded', async () => {
      const { view, faults } = moody();
      const { log, runtime, storage, another } = createRunning([view], { drainMilliseconds: 1 });
      const original = storage[late].bind(storage) as (...input: unknown[]) => Promise<void>;
      let arrive: (() => Promise<void>) | undefined;
      const hold = (...input: unknown[]): Promise<void> => {
        arrive ??= () => original(...input);
        return new Promise(() => undefined);
      };
      faults.add('1/x');
      log.append(logged(entry(1, 'x')));
      if (late === 'park') storage.park = hold;
      await runtime.start();
      if (late === 'unpark') {
        expect(await runtime.waitFor(['moody'], at(1), 1_000)).toBe(true);
        faults.clear();
        storage.unpark = hold;
        void runtime.operations.retry('moody', x).catch(() => false);
      }
      await eventually(() => arrive !== undefined, 'something on its way');
      await runtime.stop();
      storage[late] = original;

      const second = another();
      await second.start();
      expect(await second.waitFor(['moody'], at(1), 1_000)).toBe(true);
      faults.clear();
      if (late === 'park') expect(await second.operations.retry('moody', x)).toBe(true);
      faults.add('2/x');
      log.append(logged(entry(2, 'x')), logged(entry(3, 'x')));
      expect(await second.waitFor(['moody'], at(3), 1_000)).toBe(true);
      await arrive?.().catch(() => undefined);
      await second.stop();

      faults.clear();
      const third = another();
      await third.start();
      await eventually(() => third.status()[0]?.caughtUp === true, 'caught up');
      expect(storage.contents(view)).toEqual({ x: { places: ['1', '2', '3'] } });
      expect(storage.census()).toMatchObject({ parked: 0, parked_events: 0 });
    });
  },
);
