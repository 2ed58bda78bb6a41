import fc from 'fast-check';

import type { AnyView } from './view/any-view';
import { handleBatch } from './fold/handle-batch';
import { fromStored, type StoredDocument } from './view/stored-document';
import { createInMemoryStorage, Outage, type InMemoryStorage } from './testing/in-memory-storage';
import { logged, published, signed, superseded, type Recorded } from './testing/recorded';
import { register, tally } from './testing/views';
import { createViewProgress } from './runtime/view-progress';

const views = [register, tally];
const clock = (): Date => new Date(0);

/** One life of a process: reads the checkpoints, then the log from there in batches of `size`. */
async function live(storage: InMemoryStorage, events: readonly Recorded[], size: number) {
  const progresses = views.map((view) => createViewProgress(view, clock));
  for (const progress of progresses) {
    const checkpoint = await storage.checkpoint(progress.view);
    if (checkpoint.position !== null) await storage.sweepPassed(progress.view, checkpoint.position);
    progress.resume(checkpoint);
  }
  for (let start = 0; start < events.length; start += size) {
    const messages = events.slice(start, start + size).map(logged);
    await handleBatch(progresses, { messages, caughtUp: false }, () => true, storage);
  }
}

/** One fold from zero, without storage, batches or checkpoints. */
function fold(view: AnyView, events: readonly Recorded[]): Record<string, unknown> {
  const { operations } = view.plan(new Map<string, StoredDocument>(), view.touches(events).touched);
  const entries = operations
    .filter(({ document }) => document._deleted !== true)
    .map(({ document }) => [document._id, fromStored(document)] as const);
  return Object.fromEntries(entries);
}

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

/** After how many writes a life ends, and how it cuts its batches. */
const lives = fc.array(fc.record({ writes: fc.nat(12), size: fc.integer({ min: 1, max: 9 }) }), {
  maxLength: 5,
});

describe('Exactly-once effect', () => {
  it('holds for every history, wherever and however often the process dies', async () => {
    await fc.assert(
      fc.asyncProperty(histories, lives, async (events, deaths) => {
        const storage = createInMemoryStorage();
        for (const { writes, size } of deaths) {
          storage.failAfter(writes);
          await live(storage, events, size).catch((error: unknown) => {
            expect(error).toBeInstanceOf(Outage);
          });
          storage.recover();
        }
        await live(storage, events, 7);
        for (const view of views) {
          expect(storage.documents(view)).toEqual(fold(view, events));
          const { position, events: counted } = await storage.checkpoint(view);
          expect(position).toEqual(events.at(-1)?.position ?? null);
          expect(counted).toBe(events.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('holds for a death after every single write of one batch, before and after the checkpoint', async () => {
    const events = [1, 2, 3, 4].map((place) => signed(place, `p${place % 3}`, `s${place}`));
    const expected = views.map((view) => fold(view, events));
    for (let writes = 0; writes <= 12; writes += 1) {
      const storage = createInMemoryStorage();
      storage.failAfter(writes);
      await live(storage, events, 4).catch(() => undefined);
      storage.recover();
      await live(storage, events, 4);
      expect(views.map((view) => storage.documents(view))).toEqual(expected);
    }
  });

  it('writes each document once in a batch, and the checkpoints of all views last and together', async () => {
    const storage = createInMemoryStorage();
    await live(storage, [signed(1, 'x'), signed(2, 'x'), signed(3, 'x')], 10);
    expect(storage.calls.filter((call) => !call.startsWith('load'))).toEqual([
      'write register 1',
      'write tally 2',
      'checkpoints',
    ]);
  });

  it('keeps a tombstone until the checkpoint has passed it', async () => {
    const storage = createInMemoryStorage();
    await live(storage, [signed(1, 'x')], 1);
    const history = [signed(1, 'x'), superseded(2, 'x')];
    storage.failAfter(1);
    await live(storage, history, 2).catch(() => undefined);
    expect(storage.stored(register, 'x')).toMatchObject({ _deleted: true });
    storage.recover();
    await live(storage, history, 2);
    expect(storage.stored(register, 'x')).toBeDefined();
    await live(storage, history, 2);
    expect(storage.stored(register, 'x')).toBeUndefined();
  });

  it('never overwrites what another writer changed in the meantime', async () => {
    const storage = createInMemoryStorage();
    await live(storage, [signed(1, 'x', 'a')], 1);
    const theirs = { _id: 'x', position: { commit: 9n, prepare: 9n }, count: 9, names: ['them'] };
    storage.beforeWrite = () => {
      storage.put(register, theirs);
      return Promise.resolve();
    };
    await expect(live(storage, [signed(1, 'x', 'a'), signed(2, 'x', 'b')], 2)).rejects.toThrow(
      'Another writer',
    );
    expect(storage.stored(register, 'x')).toEqual(theirs);
    expect((await storage.checkpoint(register)).events).toBe(1);
  });

  it('does not insert again what a writer further on has deleted and swept', async () => {
    const storage = createInMemoryStorage();
    const late = createViewProgress(register, clock);
    await live(storage, [signed(1, 'x'), superseded(2, 'x')], 2);
    const batch = { messages: [logged(signed(1, 'x'))], caughtUp: false };
    await expect(handleBatch([late], batch, () => true, storage)).rejects.toThrow('Another writer');
    expect(storage.documents(register)).toEqual({});
  });
});
