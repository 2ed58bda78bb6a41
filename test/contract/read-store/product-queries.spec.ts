import { randomUUID } from 'node:crypto';

import type { Position } from '@jejak/domain';
import { createInMemoryEventStore } from '@jejak/event-store/testing/in-memory-event-store';
import { createHttpAdapter, ProblemFilter } from '@jejak/http';
import {
  anyView,
  collectionName,
  createProjectionRuntime,
  createViewStandings,
} from '@jejak/projection';
import { allViews, lkeScorecards, planProgress } from '@jejak/views';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { type Db, MongoClient } from 'mongodb';

import { watchedDeadlines } from '../../../apps/projector/src/deadline/watched-deadlines';
import { QueryApiModule } from '../../../apps/query-api/src/query-api.module';
import type { Checkpoint } from '../../../libs/projection/src/storage/checkpoint';
import { mongoProjectionStorage } from '../../../libs/projection/src/storage/mongo/projection-storage';
import type { ProjectionStorage } from '../../../libs/projection/src/storage/projection-storage';
import {
  checkpointAt,
  documentAt,
  leaseOf,
  long,
  parkedAt,
  ranking,
  rebuilt,
  referenceAt,
  tombstoneAt,
} from '../../../libs/projection/src/testing/storage.samples';
import { at } from '../../../libs/projection/src/testing/recorded';
import { logEvents } from '../../bench/log-events';
import { type ReadStoreUnderTest, startReadStoreUnderTest } from '../read-store-under-test';
import { describedAddresses } from './described-addresses';
import { explained, type ExplainedQuery, isDirect, listen } from './explained-commands';

const timeLimit = 60_000;

/** What the log of the test has; the routes describe the rest themselves. */
const addresses = [
  '/v1/regions',
  '/v1/regions?limit=1',
  '/v1/regions?province=11',
  '/v1/regions/11.01/page',
  '/v1/regions/11.01/page?asOf=2019-12-31',
  '/v1/rankings?instrument=MCP&year=2025&province=11',
  '/v1/pacts',
  '/v1/pacts?limit=1',
  '/v1/pacts?region=11.01',
  '/v1/pacts/pact-0',
  '/v1/plans',
  '/v1/plans?limit=1',
  '/v1/plans?region=11.01',
  '/v1/plans/plan-0',
  '/v1/audit/trail',
  '/v1/audit/trail?order=asc&limit=1',
  '/v1/audit/trail?limit=1',
  '/v1/audit/trail?region=11.01',
  '/v1/audit/trail?actor=demo-operator',
  '/v1/audit/trail?stream=pact-0',
  '/v1/audit/trail?type=PactSigned',
  '/v1/audit/trail?from=2019-01-01',
  '/v1/audit/trail?to=2030-01-01&order=asc',
  '/v1/audit/trail?from=2019-01-01&to=2030-01-01&region=11.01&type=PactSigned&limit=1',
];

describe('No query of the product scans', () => {
  jest.setTimeout(timeLimit);
  let readStore: ReadStoreUnderTest;
  let client: MongoClient;
  let watched: MongoClient;
  let heard: ReturnType<typeof listen>;

  beforeAll(async () => {
    readStore = await startReadStoreUnderTest();
    client = await MongoClient.connect(readStore.connectionString);
    watched = await MongoClient.connect(readStore.connectionString, { monitorCommands: true });
    heard = listen(watched);
  }, timeLimit);
  afterAll(async () => {
    await watched.close();
    await client.close();
    await readStore.stop();
  }, timeLimit);

  let name: string;
  beforeEach(() => {
    name = `queries-${randomUUID().slice(0, 8)}`;
    heard.take();
  });
  afterEach(() => client.db(name).dropDatabase());

  const explain = (): Promise<ExplainedQuery[]> => explained(client.db(name), heard.take());
  const expectDirect = (queries: readonly ExplainedQuery[]): void => {
    expect(queries.filter((query) => !isDirect(query))).toEqual([]);
  };

  it('of the test itself: a scan is told from a query by an index', async () => {
    const documents = watched.db(name).collection('documents');
    await documents.insertOne({ a: 1, b: 1 });
    await documents.createIndex({ a: 1 });
    await documents.findOne({ a: 1 });
    await documents.findOne({ b: 1 });
    await documents.updateOne({ b: 1 }, { $set: { b: 2 } });
    await documents.countDocuments({ b: 1 });
    expect((await explain()).map(isDirect)).toEqual([true, false, false, false]);
  });

  it('when views are filled, rebuilt and read over HTTP', async () => {
    const { store, end } = await filledStore();
    const db = watched.db(name);
    const runtime = createProjectionRuntime({ store, db, views: allViews.map(anyView) });
    await runtime.start();
    await runtime.waitFor(
      allViews.map((view) => view.name),
      end,
      timeLimit,
    );
    await runtime.operations.rebuild(planProgress.name, { throttle: null });
    while (runtime.operations.build(planProgress.name)?.state !== 'ready') {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await runtime.operations.cancel(planProgress.name);
    await runtime.stop();
    expectDirect(await explain());

    // Something parked, so that what is left out is asked for too.
    await client
      .db(name)
      .collection('checkpoints')
      .updateMany({}, { $set: { parked: 1 } });
    await lookOfTheClock(db, end);
    const api = await queryApi(db, store);
    for (const url of addresses) await follow(api, url);
    // There is nothing of many of them in this log; how they are asked for is the same.
    for (const url of describedAddresses(api)) await api.inject({ method: 'GET', url });
    await api.close();
    const queries = await explain();
    expectDirect(queries);
    const read = queries.map(({ collection }) => collection);
    const unread = [...allViews.map(collectionName), 'parked'].filter((one) => !read.includes(one));
    // Read by the identifiers of a cycle that was found, and there is none in this log.
    expect(unread).toEqual([collectionName(lkeScorecards)]);
  });

  it('that the projection runtime can send at all', async () => {
    const called = new Set<string>();
    const storage = noting(mongoProjectionStorage(watched.db(name)), called);
    await everyCall(storage);
    const queries = await explain();
    expectDirect(queries);
    const known = [...Object.keys(storage), ...Object.keys(storage.catalogue)];
    const unasked = known.filter((call) => !called.has(call));
    expect(unasked).toEqual(['catalogue', 'isOutage']);
  });

  async function filledStore() {
    const store = createInMemoryEventStore();
    let end: Position = { commit: 0n, prepare: 0n };
    for (const { stream, events } of logEvents(120)) {
      end = (await store.append(stream, 'none', events)).position;
    }
    return { store, end };
  }
});

/** What the clock asks for when it looks which deadlines have passed, and when a calendar was approved. */
async function lookOfTheClock(database: Db, end: Position): Promise<void> {
  const { signal } = new AbortController();
  const watched = watchedDeadlines({ database, standings: createViewStandings({ db: database }) });
  const passed = await watched.upTo('2030-01-01', end, signal);
  const waiting = await watched.waiting(end, signal);
  if (passed === null || waiting === null) throw new Error('The views of the clock are not there');
  for await (const page of passed.deadlines) await passed.held(page);
  for await (const page of waiting) expect(page).not.toEqual([]);
}

/** The query API as it is assembled, without a port. */
async function queryApi(
  database: Db,
  eventStore: ReturnType<typeof createInMemoryEventStore>,
): Promise<NestFastifyApplication> {
  const standings = createViewStandings({ db: database });
  const module = QueryApiModule.with({ eventStore, database, standings });
  const testing = await Test.createTestingModule({ imports: [module] }).compile();
  const api = testing.createNestApplication<NestFastifyApplication>(createHttpAdapter());
  api.useLogger(false);
  api.useGlobalFilters(new ProblemFilter());
  await api.init();
  await api.getHttpAdapter().getInstance().ready();
  return api;
}

/** Asks for the page and the one after it. */
async function follow(api: NestFastifyApplication, url: string): Promise<void> {
  const reply = await api.inject({ method: 'GET', url });
  expect({ url, status: reply.statusCode }).toEqual({ url, status: 200 });
  const { next } = reply.json<{ next?: string | null }>();
  if (typeof next !== 'string') return;
  expect((await api.inject({ method: 'GET', url: next })).statusCode).toBe(200);
}

/** Every call of the storage at least once, where something is there to be found. */
async function everyCall(storage: ProjectionStorage): Promise<void> {
  const [before, after]: readonly Checkpoint[] = [checkpointAt(1), checkpointAt(2)];
  if (before === undefined || after === undefined) throw new Error('There are no checkpoints');
  await storage.assertDurable();
  const discarded: never[] = [];
  const entry = { view: 'ranking', builds: 1, live: null, previous: null, next: null, discarded };
  const { revision } = await storage.catalogue.replace({ ...entry, revision: 0n });
  await storage.catalogue.replace({ ...entry, revision });
  await storage.catalogue.read('ranking');

  await storage.prepare(ranking);
  await storage.index(ranking, [{ province: 1, year: -1 }]);
  await storage.checkpoint(ranking);
  const lease = await leaseOf(storage, ranking, 'a');
  await storage.acquire(ranking, 'b', long);
  await storage.renew([lease]);
  await storage.add(ranking, [documentAt('a', 1), tombstoneAt('b', 1)]);
  await storage.write(ranking, [
    { kind: 'insert', document: documentAt('c', 1) },
    { kind: 'replace', loadedAt: at(1), document: documentAt('a', 2) },
  ]);
  await storage.load(ranking, ['a', 'b', 'c']);
  await storage.documents(ranking, null, 2);
  await storage.documents(ranking, 'a', 2);
  const { checkpoint } = await storage.acquire(ranking, 'a', long);
  const renewed = await leaseOf(storage, ranking, 'a');
  await storage.saveCheckpoints([{ lease: renewed, from: checkpoint, to: before, parked: 0 }]);
  await storage.saveCheckpoints([{ lease: renewed, from: before, to: after, parked: 1 }]);
  await expect(
    storage.saveCheckpoints([{ lease: renewed, from: before, to: checkpointAt(3), parked: 1 }]),
  ).rejects.toThrow();
  await expect(storage.renew([{ ...renewed, fence: renewed.fence - 1n }])).rejects.toThrow();

  await storage.sweep(renewed, at(2), 1);
  await storage.sweep(renewed, at(2), 0);
  await storage.park(renewed, parkedAt('a', 2));
  await storage.parked(ranking);
  await storage.takeParked(renewed);
  await storage.queue(renewed, [{ key: 'a', event: referenceAt(3n) }]);
  await storage.queued(ranking, 'a', null, 10);
  await storage.queued(ranking, 'a', at(1), 10);
  await storage.waiting(ranking);
  await storage.dequeue(ranking, 'a', at(3));
  await storage.unpark(renewed, { kind: 'document', key: 'a' });
  await storage.release([renewed]);
  await storage.prepare(rebuilt);
  await storage.discard(rebuilt);
}

/** The same storage; notes which of its methods are called. */
function noting(storage: ProjectionStorage, called: Set<string>): ProjectionStorage {
  const noted = <Api extends object>(api: Api): Api =>
    new Proxy(api, {
      get(target, name, receiver) {
        const member: unknown = Reflect.get(target, name, receiver);
        if (typeof member === 'function' && typeof name === 'string') called.add(name);
        return typeof member === 'object' && member !== null ? noted(member) : member;
      },
    });
  return noted(storage);
}
