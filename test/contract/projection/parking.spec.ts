import { randomUUID } from 'node:crypto';

import { projectionStream, type JejakEvent } from '@jejak/domain';
import { notDeleted, type ParkedEntry } from '@jejak/projection';
import type { Db } from 'mongodb';

import { eventually, moody } from './moody';
import { signature, startStores, type Stores } from './stores';

const patience = 5_000;
const timeLimit = 20_000;
const quick = { retryPauses: [5] };

const skip = ({ kind, key, event }: ParkedEntry): JejakEvent => ({
  type: 'ParkedEventSkipped',
  data: {
    view: 'moody',
    ...{ kind, key },
    event: {
      ...{ id: event.id, stream: event.stream, type: event.type },
      revision: event.revision.toString(),
      position: `${event.position.commit.toString()}/${event.position.prepare.toString()}`,
    },
    reason: 'It was recorded by mistake',
    skippedBy: 'contract',
  },
});

const names = async (db: Db, id: string): Promise<unknown> =>
  (
    await db
      .collection<{ _id: string; names: string[] }>('moody_v1')
      .findOne({ _id: id, ...notDeleted })
  )?.names;

describe('Parking, on both stores', () => {
  let stores: Stores;
  beforeEach(async () => {
    stores = await startStores();
  }, timeLimit);
  afterEach(async () => {
    await stores.stop();
  }, timeLimit);

  /** `x` is parked at its second event, with two more behind it. */
  async function parked() {
    const db = stores.database();
    const code = moody();
    code.poison.add('b');
    await stores.record(signature('x', 'a'), signature('x', 'b'), signature('y', 'c'));
    const last = await stores.record(signature('x', 'd'), signature('x', 'e'));
    const runtime = await stores.project(db, [code.view], quick);
    expect(await runtime.waitFor(['moody'], last, patience)).toBe(true);
    return { db, ...code, runtime };
  }
  const x = { kind: 'document', key: 'x' } as const;

  it('keeps what is parked and what waits, across a restart', async () => {
    const { db, runtime, view } = await parked();
    const before = await runtime.operations.parked();
    expect(before).toMatchObject([
      {
        ...x,
        event: { type: 'PactSigned', revision: 1n },
        error: 'nobody is called b',
        waiting: 2,
      },
    ]);
    expect(await names(db, 'x')).toEqual(['a']);
    expect(await names(db, 'y')).toEqual(['c']);
    await runtime.stop();
    const again = await stores.project(db, [view], quick);
    const last = await stores.record(signature('x', 'f'));
    expect(await again.waitFor(['moody'], last, patience)).toBe(true);
    expect(await again.operations.parked()).toMatchObject([
      { ...x, event: before[0]?.event, attempts: 3, waiting: 3 },
    ]);
    expect(await db.collection('checkpoints').findOne({})).toMatchObject({ parked: 1 });
    await again.stop();
  });

  it('folds a document and its queue in order when the code can', async () => {
    const { db, runtime, poison } = await parked();
    expect(await runtime.operations.retry('moody', x)).toBe(false);
    poison.clear();
    expect(await runtime.operations.retry('moody', x)).toBe(true);
    expect(await names(db, 'x')).toEqual(['a', 'b', 'd', 'e']);
    expect(await db.collection('parked').countDocuments()).toBe(0);
    expect(await db.collection('parked_events').countDocuments()).toBe(0);
    expect(await db.collection('checkpoints').findOne({})).toMatchObject({ parked: 0 });
    await runtime.stop();
  });

  it('leaves an event out when that is decided, at once and in every later build', async () => {
    const { db, runtime, view } = await parked();
    const [entry] = await runtime.operations.parked();
    if (entry === undefined) throw new Error('Nothing is parked');
    const metadata = {
      ...{ $correlationId: randomUUID(), $causationId: randomUUID(), commandId: randomUUID() },
      ...{ commandSha256: '0'.repeat(64), actor: { kind: 'system' as const, id: 'contract' } },
      ...{ recordedAt: new Date().toISOString(), schemaVersion: 1 },
    };
    const { position } = await stores.store.append(projectionStream('moody'), 'none', [
      { id: randomUUID(), event: skip(entry), metadata },
    ]);
    expect(await runtime.waitFor(['moody'], position, patience)).toBe(true);
    expect(await names(db, 'x')).toEqual(['a', 'd', 'e']);
    expect(await runtime.operations.parked()).toEqual([]);

    await runtime.operations.rebuild('moody', { throttle: null });
    await eventually(() => runtime.operations.build('moody')?.state === 'ready', 'ready');
    expect(runtime.operations.build('moody')?.difference).toMatchObject({
      ...{ same: 2, changed: 0, onlyLive: 0, onlyNext: 0 },
    });
    expect(runtime.status()[0]).toMatchObject({ name: view.name, parked: 0 });
    await runtime.stop();
  });
});
