import { randomUUID } from 'node:crypto';

import { type JejakEvent, policyStream } from '@jejak/domain';
import { createLedger } from '@jejak/event-store';
import { currentVersionOf } from '@jejak/event-store/registry/registry';
import { anyView, createViewStandings } from '@jejak/projection';
import { type DeadlineDocument, deadlines, type FoldedView, waitingTerms } from '@jejak/views';
import { type Db } from 'mongodb';

import {
  createDeadlineClock,
  type DeadlineClock,
} from '../../../apps/projector/src/deadline/deadline-clock';
import { milestoneFacts } from '../../../apps/projector/src/deadline/testing/plan-facts';
import { zonesForTests } from '../../../apps/projector/src/deadline/testing/zones';
import { watchedDeadlines } from '../../../apps/projector/src/deadline/watched-deadlines';
import { documentsOf, type Stores, startStores } from '../projection/stores';

const january = '2024-01-10T03:00:00.000Z';
const over = '2024-04-01T00:00:00.000Z';

/** Every test has a projection of its own that begins at the start of the log. */
jest.setTimeout(30_000);

let stores: Stores;
beforeAll(async () => {
  stores = await startStores();
  for (const event of zonesForTests) await record(policyStream('time-zones'), event);
});
afterAll(() => stores.stop());

const revisions = new Map<string, bigint>();

async function record(stream: string, event: JejakEvent, recordedAt = january): Promise<void> {
  const { revision } = await stores.store.append(stream, revisions.get(stream) ?? 'none', [
    {
      id: randomUUID(),
      event,
      metadata: {
        ...{ $correlationId: randomUUID(), $causationId: randomUUID(), commandId: randomUUID() },
        commandSha256: '0'.repeat(64),
        actor: { kind: 'person', id: 'operator-1' },
        recordedAt,
        schemaVersion: currentVersionOf(event.type),
      },
    },
  ]);
  revisions.set(stream, revision);
}

/** A clock in a process of its own, whose time stands still. */
function clockOn(database: Db, now = over): DeadlineClock {
  const clock = (): Date => new Date(now);
  return createDeadlineClock({
    eventStore: stores.store,
    ledger: createLedger({ store: stores.store, clock }),
    watched: watchedDeadlines({
      database,
      standings: createViewStandings({ db: database }),
      patienceMilliseconds: 10_000,
    }),
    clock,
    settleMilliseconds: 60_000,
    acts: () => true,
    intervalMilliseconds: 60_000,
    logger: { info: () => undefined, error: () => undefined },
  });
}

/** Milestones of plans nobody else knows, due on the last day of March. */
async function adopted(count: number) {
  const name = `t${randomUUID().slice(0, 8)}`;
  const facts = Array.from({ length: count }, (_, index) =>
    milestoneFacts(`${name}-${index}`, '36'),
  );
  await Promise.all(facts.map(({ stream, adopted: adopt }) => record(stream, adopt('2024-03-31'))));
  return facts;
}

async function passings(id: string): Promise<number> {
  let count = 0;
  for await (const { event } of stores.store.readStream(`deadline-${id}`)) {
    if (event.type === 'DeadlinePassed') count += 1;
  }
  return count;
}

const view = anyView(deadlines);
const waiting = anyView(waitingTerms);
/** What the clock reads. */
const views = [view, waiting];

describe('the clock on real stores', () => {
  it('waits for the view, so that what was reported just before is not raised', async () => {
    const database = stores.database();
    await stores.project(database, views);
    const [kept, missed] = await adopted(2);
    await record(kept!.stream, kept!.reported('2024-03-30'), '2024-03-30T03:00:00.000Z');
    await clockOn(database).runOnce();
    expect([await passings(kept!.id), await passings(missed!.id)]).toEqual([0, 1]);
  });

  it('raises more than a page once each, by two processes at the same time', async () => {
    const database = stores.database();
    await stores.project(database, views);
    const facts = await adopted(230);
    const clocks = [clockOn(database), clockOn(database, '2024-04-01T00:00:00.007Z')];
    await Promise.all(clocks.map((clock) => clock.runOnce()));
    const [first, second] = clocks.map((clock) => clock.status());
    expect([first!.error, second!.error, first!.raised + second!.raised]).toEqual([
      null,
      null,
      230,
    ]);
    for (const { id } of facts) expect(await passings(id)).toBe(1);
  });

  it('raises nothing more after the whole log is projected anew', async () => {
    const [database, anew] = [stores.database(), stores.database()];
    const first = await stores.project(database, views);
    await adopted(3);
    await clockOn(database).runOnce();
    const { newest } = await stores.store.head();
    await first.waitFor([deadlines.name], newest!, 10_000);
    await stores.project(anew, views);
    const clock = clockOn(anew);
    await clock.runOnce();
    expect(clock.status()).toMatchObject({ error: null, raised: 0, last: { raised: 0 } });
    expect((await stores.store.head()).newest).toEqual(newest);
    expect(await documentsOf(anew, view)).toEqual(await documentsOf(database, view));
  });

  it('holds back what a parked event may still change', async () => {
    const database = stores.database();
    const [stuck, free] = await adopted(2);
    const moody: FoldedView<DeadlineDocument> = {
      ...deadlines,
      apply(document, recorded, id) {
        if (recorded.event.type === 'MilestoneReported') throw new Error('cannot be folded');
        return deadlines.apply(document, recorded, id);
      },
    };
    await stores.project(database, [anyView(moody), waiting], { retryPauses: [] });
    await record(stuck!.stream, stuck!.reported('2024-03-30'), '2024-03-30T03:00:00.000Z');
    const clock = clockOn(database);
    await clock.runOnce();
    expect(clock.status().error).toBeNull();
    expect(clock.status().last!.held).toBeGreaterThanOrEqual(1);
    expect([await passings(stuck!.id), await passings(free!.id)]).toEqual([0, 1]);
  });

  it('judges nothing while nobody projects, and says so', async () => {
    const database = stores.database();
    const [one] = await adopted(1);
    const clock = createDeadlineClock({
      eventStore: stores.store,
      ledger: createLedger({ store: stores.store }),
      watched: watchedDeadlines({
        database,
        standings: createViewStandings({ db: database }),
        patienceMilliseconds: 100,
      }),
      clock: () => new Date(over),
      settleMilliseconds: 0,
      acts: () => true,
      intervalMilliseconds: 60_000,
      logger: { info: () => undefined, error: () => undefined },
    });
    await clock.runOnce();
    expect([clock.status().state, await passings(one!.id)]).toEqual(['failing', 0]);
  });
});
