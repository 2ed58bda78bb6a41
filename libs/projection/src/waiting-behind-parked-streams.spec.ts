import { StoreUnavailable } from '@jejak/event-store';

import type { ParkedEntry } from './operations';
import { entry, moody, moodyRows } from './testing/moody-views';
import { at, logged, published, unreadable } from './testing/recorded';
import { createRunning, stopAll } from './testing/running';
import { mostCounted } from './parking/waiting-behind';

afterEach(stopAll);

/** An event of the stream `pact-a` that nobody can read. */
function garbled(place: number) {
  const { unreadable: event } = unreadable(place, 'PactSigned');
  const id = `u${place}`;
  return {
    kind: 'unreadable',
    unreadable: { ...event, id, stream: 'pact-a', revision: BigInt(place) },
  } as const;
}
const inStream = (place: number) => logged(entry(place, 'x', 'a'));

/** The stream `pact-a` is parked at place 2; `later` comes behind it. */
async function parked(later: readonly (ReturnType<typeof logged> | ReturnType<typeof garbled>)[]) {
  const running = createRunning([moody().view, moodyRows().view]);
  const { log, runtime } = running;
  log.append(inStream(1), garbled(2), ...later);
  await runtime.start();
  const last = at(2 + later.length);
  expect(await runtime.waitFor(['moody', 'rows'], last, 5_000)).toBe(true);
  const entries = await runtime.operations.parked();
  return { ...running, entries, stream: entries.filter(({ kind }) => kind === 'stream') };
}

const counts = (
  { operations }: ReturnType<typeof createRunning>['runtime'],
  entries: readonly ParkedEntry[],
) => operations.waitingBehind(entries);

describe('A parked event', () => {
  it('can be seen as it is stored, and only while it is parked', async () => {
    const { runtime, log } = await parked([inStream(3)]);
    const { operations } = runtime;
    const stream = { kind: 'stream', key: 'pact-a' } as const;
    expect(await operations.storedEvent('moody', stream)).toMatchObject({
      ...{ stream: 'pact-a', revision: 2n, type: 'PactSigned', unreadable: 'no such version' },
    });
    const other = { ...stream, key: 'pact-b' };
    await expect(operations.storedEvent('moody', other)).rejects.toMatchObject({
      code: 'projection.not-parked',
    });
    log.fail();
    await expect(operations.storedEvent('moody', stream)).rejects.toThrow(StoreUnavailable);
  });
});

describe('What waits behind a parked stream', () => {
  it('is counted in the stream: what the view would have taken, readable or not', async () => {
    const other = published(4);
    const foreign = { ...other, stream: 'pact-a' };
    const { runtime, stream } = await parked([
      inStream(3),
      logged(foreign),
      garbled(5),
      logged(entry(6, 'x', 'b')),
      inStream(7),
    ]);
    expect(stream).toMatchObject([{ key: 'pact-a', event: { revision: 2n }, waiting: null }]);
    expect(await counts(runtime, stream)).toEqual([3]);
  });

  it('is nothing behind the last event, and nothing behind a row', async () => {
    const { runtime, entries } = await parked([]);
    expect(entries.map(({ kind }) => kind)).toEqual(['stream', 'event']);
    expect(await counts(runtime, entries)).toEqual([0, 0]);
  });

  it('does not count what the view has not reached', async () => {
    const { runtime, log, stream } = await parked([inStream(3)]);
    log.freeze();
    log.append(inStream(4));
    expect(await counts(runtime, stream)).toEqual([1]);
  });

  it('is counted no further than to a bound', async () => {
    const later = Array.from({ length: mostCounted + 5 }, (_, index) => inStream(3 + index));
    const { runtime, stream } = await parked(later);
    expect(await counts(runtime, stream)).toEqual([mostCounted]);
  });

  it('is not known while the event store is away or silent; the rest of the list is', async () => {
    const { runtime, log, entries } = await parked([inStream(3)]);
    log.readStored = () => {
      throw new StoreUnavailable('down');
    };
    expect(await counts(runtime, entries)).toEqual([null, 0]);
    log.readStored = async function* () {
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      yield* [];
    };
    expect(await counts(runtime, entries)).toEqual([null, 0]);
  });
});
