import type { Position } from '@jejak/domain';

import { documentsOf, signature, startStores, striking, type Running, type Stores } from './stores';
import { count, signers } from './views';

const views = [signers, count];
const names = views.map(({ name }) => name);
const patience = 5_000;
const timeLimit = 20_000;
const embedded = (process.env['MONGODB_URL'] ?? '') === '';

/** Stopping after k operations is the embedded node's own switch; a real server has none like it. */
(embedded ? describe : describe.skip)('The read store fails', () => {
  let stores: Stores;
  let last: Position;
  const failPoint = (name: string, mode: unknown, data: object = {}) =>
    stores.mongo.db('admin').command({ configureFailPoint: name, mode, data });
  const interrupted = async ({ entries }: Running): Promise<boolean> => {
    const deadline = performance.now() + patience;
    while (entries.length === 0 && performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return entries.length > 0;
  };

  beforeAll(async () => {
    stores = await startStores();
    await stores.record(signature('x', 'a'), signature('y', 'b'), signature('x', 'c'));
    last = await stores.record(striking('y'), signature('z', 'd'), signature('y', 'e'));
  }, timeLimit);
  afterAll(async () => {
    await stores.stop();
  }, timeLimit);

  it.each(Array.from({ length: 12 }, (_, index) => index + 1))(
    'after %i write operations, and the documents come out as from one fold',
    async (operations) => {
      const db = stores.database();
      await failPoint('stopWrites', 'alwaysOn', { operations });
      const runtime = await stores.project(db, views, { limits: { events: 4 } });
      expect(await interrupted(runtime)).toBe(true);
      await failPoint('stopWrites', 'off');
      expect(await runtime.waitFor(names, last, patience)).toBe(true);
      expect(await documentsOf(db, signers)).toEqual({
        x: { names: ['a', 'c'] },
        y: { names: ['e'] },
        z: { names: ['d'] },
      });
      expect(await documentsOf(db, count)).toEqual({
        all: { count: 5 },
        x: { count: 2 },
        y: { count: 2 },
        z: { count: 1 },
      });
      await runtime.stop();
    },
    timeLimit,
  );

  it.each(['find', 'insert', 'update', 'createIndexes', 'hello'])(
    'to answer %s three times, and the runtime reads again until it does',
    async (command) => {
      const db = stores.database();
      const fault = { failCommands: [command], closeConnection: true };
      await failPoint('failCommand', { times: 3 }, fault);
      const runtime = await stores.project(db, views, { limits: { events: 4 } });
      expect(await runtime.waitFor(names, last, patience)).toBe(true);
      await failPoint('failCommand', 'off');
      expect(await documentsOf(db, count)).toMatchObject({ all: { count: 5 } });
      await runtime.stop();
    },
    timeLimit,
  );
});
