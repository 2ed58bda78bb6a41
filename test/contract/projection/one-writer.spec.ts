import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { nodeOptionsFor } from '@jejak/embedded-node';
import type { ViewStatus } from '@jejak/projection';
import type { Db } from 'mongodb';

import { documentsOf, signature, startStores, striking, type Stores } from './stores';
import { count, signers } from './views';

const views = [signers, count];
const names = views.map(({ name }) => name);
const lease = 1_000;
const patience = 10_000;
const timeLimit = 60_000;

interface Said {
  readonly counters: { readonly leasesLost: number; readonly resumed: number };
  readonly states: readonly Pick<ViewStatus, 'state' | 'writer' | 'events'>[];
}

/** Everything in the database but what the renewal of a lease changes. */
async function contentsOf(db: Db): Promise<Record<string, object[]>> {
  const collections = await db.listCollections({}, { nameOnly: true }).toArray();
  const found = collections.map(async ({ name }) => {
    const documents = await db.collection(name).find().sort({ _id: 1 }).toArray();
    const stripped = documents.map((document) => {
      const { renewedAt, ...rest } = document;
      expect(name !== 'checkpoints' || renewedAt instanceof Date).toBe(true);
      return rest;
    });
    return [name, stripped] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

describe('One writer, across processes', () => {
  let stores: Stores;
  let child: ChildProcess | null = null;
  beforeAll(async () => {
    stores = await startStores();
  }, timeLimit);
  afterAll(async () => {
    child?.kill('SIGKILL');
    await stores.stop();
  }, timeLimit);

  const said = async (process: ChildProcess): Promise<Said> => {
    process.send('what now?');
    const [answer] = (await once(process, 'message')) as [Said];
    return answer;
  };
  const until = async (hope: (answer: Said) => boolean, process: ChildProcess): Promise<Said> => {
    const deadline = performance.now() + patience;
    for (;;) {
      const answer = await said(process);
      if (hope(answer)) return answer;
      if (performance.now() > deadline) throw new Error(`Never: ${JSON.stringify(answer)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  it(
    'writes nothing any more when it was paused beyond its lease and another took over',
    async () => {
      const db = stores.database();
      const addresses = [stores.eventStore.connectionString, stores.readStore.connectionString];
      const paused = fork(
        join(__dirname, 'projector-process.ts'),
        [...addresses, db.databaseName, lease.toString()],
        { execArgv: nodeOptionsFor(__filename) },
      );
      child = paused;
      await stores.record(signature('x', 'a'), signature('y', 'b'));
      await until(({ states }) => states.every(({ events }) => events === 2), paused);

      // In the middle of work: some of this is written, some on its way, some not read yet.
      const signedLater = Array.from({ length: 100 }, (_, index) => String(index));
      for (const name of signedLater) void stores.record(signature('x', name));
      await new Promise((resolve) => setTimeout(resolve, 30));
      paused.kill('SIGSTOP');
      const last = await stores.record(striking('y'), signature('z', 'd'));

      const taker = await stores.project(db, views, { writer: 'taker', leaseMilliseconds: lease });
      expect(taker.status().map(({ state }) => state)).not.toContain('live');
      expect(await taker.waitFor(names, last, patience)).toBe(true);
      await taker.stop();
      // Nobody has the lease now, but the fence is the taker's.
      const held = await stores.project(db, views, { writer: 'taker', leaseMilliseconds: 60_000 });
      expect(await held.waitFor(names, last, patience)).toBe(true);
      const before = await contentsOf(db);

      paused.kill('SIGCONT');
      const woken = await until(
        ({ states }) => states.every(({ state }) => state === 'standing-by'),
        paused,
      );
      expect(woken.states).toMatchObject(views.map(() => ({ writer: 'taker' })));
      expect(woken.counters.resumed).toBeGreaterThan(0);
      expect(await contentsOf(db)).toEqual(before);
      expect(await documentsOf(db, signers)).toEqual({
        x: { names: ['a', ...signedLater] },
        z: { names: ['d'] },
      });
      expect(await documentsOf(db, count)).toMatchObject({ all: { count: 103 } });
      await held.stop();
    },
    timeLimit,
  );
});
