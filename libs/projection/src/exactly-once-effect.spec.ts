import fc from 'fast-check';

import { createRuntimeOn } from './runtime/runtime';
import { foldOf } from './testing/fold-of';
import { createInMemoryLog } from './testing/in-memory-log';
import { gate, live, type Ending, type World } from './testing/lives';
import { createMemoryStorage } from './testing/memory-storage';
import { at, logged, published, signed, superseded, type Recorded } from './testing/recorded';
import { createRunning, eventually, stopAll } from './testing/running';
import { generationOf, register, signatures, tally } from './testing/views';
import { encodePosition } from './view/position-codec';

const views = [register, tally, signatures];
const timeLimit = 60_000;

afterEach(stopAll);

const world = (): World => ({ log: createInMemoryLog(), storage: createMemoryStorage(), views });

const histories = fc
  .array(
    fc.tuple(fc.constantFrom('x', 'y', 'z'), fc.constantFrom('sign', 'sign', 'strike', 'publish')),
    { maxLength: 24 },
  )
  .map((choices) =>
    choices.map(([pact, what], index) => {
      if (what === 'sign') return signed(index + 1, pact, `s${index}`);
      return what === 'strike' ? superseded(index + 1, pact) : published(index + 1);
    }),
  );

const endings: fc.Arbitrary<Ending> = fc.oneof(
  fc.record({ kind: fc.constant('outage' as const), effects: fc.nat(40) }),
  fc.record({ kind: fc.constant('stop' as const), batches: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('abandoned' as const), writes: fc.nat(6) }),
);

const lives = fc.array(
  fc.record({
    ending: endings,
    writer: fc.constantFrom('one', 'two'),
    /** How much of what is left of the history is recorded before this life. */
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    pageEvents: fc.integer({ min: 1, max: 9 }),
    eventsPerCheckpoint: fc.integer({ min: 1, max: 12 }),
    heldDocuments: fc.integer({ min: 1, max: 4 }),
    /** When what this life had sent and nobody answered arrives, if it does. */
    arrival: fc.constantFrom('before the next life', 'after the next life', 'never'),
  }),
  { maxLength: 5 },
);

async function expectOneFold({ storage }: World, events: readonly Recorded[]): Promise<void> {
  for (const view of views) {
    expect({ [view.name]: storage.contents(view) }).toEqual({ [view.name]: foldOf(view, events) });
    const { position, events: counted } = await storage.checkpoint(generationOf(view));
    expect(position).toEqual(events.at(-1)?.position ?? null);
    expect(counted).toBe(events.length);
  }
}

describe('Exactly-once effect', () => {
  it(
    'holds for every history, wherever and however often the process dies',
    async () => {
      await fc.assert(
        fc.asyncProperty(histories, lives, async (events, deaths) => {
          const here = world();
          const { log, storage } = here;
          let recorded = 0;
          let last = '';
          let afterwards = (): void => undefined;
          for (const { ending, writer, share, pageEvents, arrival, ...settings } of deaths) {
            const more = Math.ceil((events.length - recorded) * share);
            log.append(...events.slice(recorded, recorded + more).map(logged));
            recorded += more;
            if (writer !== last) storage.advance(10_000);
            last = writer;
            const limits = { events: pageEvents };
            const arrive = await live(here, ending, { writer, limits, ...settings });
            afterwards();
            afterwards = arrival === 'after the next life' ? arrive : () => undefined;
            if (arrival === 'before the next life') arrive();
          }
          log.append(...events.slice(recorded).map(logged));
          storage.advance(10_000);
          await live(here, { kind: 'old-age' }, { writer: 'last', limits: { events: 7 } });
          afterwards();
          await new Promise((resolve) => setImmediate(resolve));
          await expectOneFold(here, events);
        }),
        { numRuns: 200 },
      );
    },
    timeLimit,
  );

  it(
    'holds for a death after every single effect of one batch, before and after the checkpoint',
    async () => {
      const events = [1, 2, 3, 4].map((place) => signed(place, `p${place % 3}`, `s${place}`));
      const effects = 3 * 3 + 3 + 4 + 4 + 3;
      for (const writer of ['the same', 'another']) {
        for (let left = 0; left <= effects + 3; left += 1) {
          const here = world();
          here.log.append(...events.map(logged));
          await live(here, { kind: 'outage', effects: left }, { writer: 'the same' });
          if (writer !== 'the same') here.storage.advance(10_000);
          await live(here, { kind: 'old-age' }, { writer });
          await expectOneFold(here, events);
        }
      }
    },
    timeLimit,
  );

  it('writes each document once in a batch, and the checkpoints of all views last and together', async () => {
    const here = world();
    here.log.append(...[signed(1, 'x'), signed(2, 'x'), signed(3, 'x')].map(logged));
    await live(here, { kind: 'old-age' });
    const writes = here.storage.calls.filter((call) => !/^(load|index|sweep)/.test(call));
    expect(writes.slice(0, -1).toSorted()).toEqual([
      'add signatures 3',
      'write register 1',
      'write tally 2',
    ]);
    expect(writes.at(-1)).toBe('checkpoints');
  });

  it('folds the next page while the last one is being written, and writes them in order', async () => {
    const storage = createMemoryStorage();
    const log = createInMemoryLog();
    const held = gate();
    let writes = 0;
    const runtime = createRuntimeOn(storage, log, [register], {
      limits: { events: 2 },
      eventsPerCheckpoint: 2,
    });
    storage.beforeWrite = () => {
      writes += 1;
      return writes === 1 ? held.opened : Promise.resolve();
    };
    // Of a generation that holds nothing, nothing would be loaded.
    storage.put(register, { _id: 'other', position: encodePosition(at(0)), count: 0, names: [] });
    log.append(...['x', 'x', 'y', 'y', 'z', 'z'].map((pact, i) => logged(signed(i + 1, pact))));
    await runtime.start();
    await eventually(() => storage.calls.includes('load register'), 'the first page');
    await eventually(
      () => storage.calls.filter((call) => call === 'load register').length === 2,
      'the second page is folded',
    );
    expect(writes).toBe(1);
    expect(await storage.checkpoint(generationOf(register))).toMatchObject({ events: 0 });
    held.open();
    expect(await runtime.waitFor(['register'], at(6), 1_000)).toBe(true);
    await runtime.stop();
    const order = storage.calls.filter((call) => /^(write|checkpoints)/.test(call));
    const batch = ['write register 1', 'checkpoints'];
    expect(order).toEqual([...batch, ...batch, ...batch]);
  });

  it('keeps a tombstone until the checkpoint has passed it', async () => {
    const here = world();
    const { log, storage } = here;
    const settings = { tombstoneRetentionMilliseconds: 1_000 };
    log.append(logged(signed(1, 'x')), logged(superseded(2, 'x')));
    await live(here, { kind: 'old-age' }, settings);
    expect(storage.stored(generationOf(register), 'x')).toMatchObject({ _deleted: true });
    await live(here, { kind: 'old-age' }, settings);
    expect(storage.stored(generationOf(register), 'x')).toBeDefined();
    storage.advance(1_000);
    await live(here, { kind: 'old-age' }, settings);
    expect(storage.stored(generationOf(register), 'x')).toBeUndefined();
  });

  it('removes tombstones in a life without interruptions as well', async () => {
    const settings = { tombstoneRetentionMilliseconds: 500 };
    const { log, runtime, storage } = createRunning([register], settings);
    log.append(logged(signed(1, 'x')), logged(superseded(2, 'x')));
    await runtime.start();
    expect(await runtime.waitFor(['register'], at(2), 1_000)).toBe(true);
    expect(storage.stored(register, 'x')).toMatchObject({ _deleted: true });
    const moving = setInterval(() => {
      storage.advance(500);
    }, 20);
    try {
      await eventually(() => storage.stored(register, 'x') === undefined, 'swept');
      log.append(logged(signed(3, 'x')));
      expect(await runtime.waitFor(['register'], at(3), 1_000)).toBe(true);
    } finally {
      clearInterval(moving);
    }
    expect(storage.contents(register)).toMatchObject({ x: { count: 1 } });
    expect(runtime.totals()).toEqual({ resumed: 0, leasesLost: 0 });
  });

  it('lets no write that was on its way bring back what was deleted', async () => {
    const here = world();
    const { log, storage } = here;
    log.append(logged(signed(1, 'x')));
    const arrive = await live(here, { kind: 'abandoned', writes: 0 });
    log.append(logged(superseded(2, 'x')));
    await live(here, { kind: 'old-age' });
    arrive();
    await new Promise((resolve) => setImmediate(resolve));
    expect(storage.contents(register)).toEqual({});
  });

  it('writes nothing for a document that an event finds absent and leaves absent', async () => {
    const here = world();
    here.log.append(logged(superseded(1, 'x')));
    await live(here, { kind: 'old-age' });
    expect(here.storage.stored(generationOf(register), 'x')).toBeUndefined();
  });

  it('never overwrites what somebody else changed in the meantime, and reads it again', async () => {
    const here = world();
    const { log, storage } = here;
    log.append(logged(signed(1, 'x', 'a')));
    const runtime = createRuntimeOn(storage, log, [register], { retryDelay: () => 1 });
    await runtime.start();
    expect(await runtime.waitFor(['register'], at(1), 1_000)).toBe(true);
    const theirs = { _id: 'x', position: encodePosition(at(2)), count: 9, names: ['them'] };
    storage.put(register, theirs);
    log.append(logged(signed(2, 'x', 'b')), logged(signed(3, 'x', 'c')));
    expect(await runtime.waitFor(['register'], at(3), 1_000)).toBe(true);
    await runtime.stop();
    expect(runtime.totals()).toMatchObject({ resumed: 1 });
    expect(storage.contents(register)).toEqual({ x: { count: 10, names: ['them', 'c'] } });
  });
});
