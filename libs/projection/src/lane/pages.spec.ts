import type { SubscriptionMessage } from '@jejak/event-store';

import { pages, type Page } from './pages';
import { logged, signed } from '../testing/recorded';

const limits = { events: 3, catchingUpMilliseconds: 60, liveMilliseconds: 10 };
const event = (place: number): SubscriptionMessage => logged(signed(place, 'x'));
const caughtUp: SubscriptionMessage = { kind: 'caught-up', scannedTo: null };
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

type Step = SubscriptionMessage | number | Error;

/** Yields messages, pauses for numbers, throws errors; counts what was taken. */
function source(steps: readonly Step[]) {
  const taken = { count: 0 };
  async function* messages(): AsyncGenerator<SubscriptionMessage> {
    for (const step of steps) {
      if (typeof step === 'number') await pause(step);
      else if (step instanceof Error) throw step;
      else {
        taken.count += 1;
        yield step;
      }
    }
  }
  return { messages: messages(), taken };
}

const shapes = (cut: readonly Page[]): [number, boolean][] =>
  cut.map((batch) => [batch.messages.length, batch.caughtUp !== null]);

async function all(steps: readonly Step[]): Promise<[number, boolean][]> {
  const cut: Page[] = [];
  const endless = new AbortController().signal;
  for await (const batch of pages(source(steps).messages, limits, endless)) cut.push(batch);
  return shapes(cut);
}

describe('Pages', () => {
  it('are full, and end where the log was caught up with', async () => {
    const steps = [event(1), event(2), event(3), event(4), caughtUp];
    expect(await all(steps)).toEqual([
      [3, false],
      [1, true],
    ]);
  });

  it('say that an empty log was caught up with', async () => {
    expect(await all([caughtUp])).toEqual([[0, true]]);
  });

  it('wait longer for company while catching up than when live', async () => {
    expect(await all([event(1), 25, event(2), caughtUp])).toEqual([[2, true]]);
    expect(await all([caughtUp, event(1), 25, event(2)])).toEqual([
      [0, true],
      [1, false],
      [1, false],
    ]);
  });

  it('hand over what came before an error, then the error', async () => {
    const cut: Page[] = [];
    const broken = source([event(1), event(2), new Error('lost')]).messages;
    const reading = async (): Promise<void> => {
      for await (const batch of pages(broken, limits, new AbortController().signal)) {
        cut.push(batch);
      }
    };
    await expect(reading()).rejects.toThrow('lost');
    expect(shapes(cut)).toEqual([[2, false]]);
  });

  it('hold at most one page more while one is being handled', async () => {
    const { messages, taken } = source(Array.from({ length: 100 }, (_, index) => event(index)));
    const reading = pages(messages, limits, new AbortController().signal);
    await reading.next();
    await pause(20);
    expect(taken.count).toBeLessThanOrEqual(2 * limits.events + 1);
    await reading.return();
  });

  it('end when called off, even when the source does not listen', async () => {
    const silent: AsyncIterable<SubscriptionMessage> = {
      [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }),
    };
    const calledOff = new AbortController();
    const reading = pages(silent, limits, calledOff.signal).next();
    calledOff.abort();
    expect(await reading).toEqual({ done: true, value: undefined });
  });
});
