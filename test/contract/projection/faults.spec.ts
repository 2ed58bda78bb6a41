import type { Position } from '@jejak/domain';

import { documentsOf, signature, startStores, striking, type Stores } from './stores';
import { count, signers } from './views';

const views = [signers, count];
const names = views.map(({ name }) => name);
const patience = 5_000;
const timeLimit = 20_000;
const embedded = (process.env['MONGODB_URL'] ?? '') === '';

/** The switch for it is the embedded node's own; stops after k operations are in exactly-once-effect. */
(embedded ? describe : describe.skip)('The read store fails', () => {
  let stores: Stores;
  let last: Position;
  const failPoint = (name: string, mode: unknown, data: object = {}) =>
    stores.mongo.db('admin').command({ configureFailPoint: name, mode, data });

  beforeAll(async () => {
    stores = await startStores();
    await stores.record(signature('x', 'a'), signature('y', 'b'), signature('x', 'c'));
    last = await stores.record(striking('y'), signature('z', 'd'), signature('y', 'e'));
  }, timeLimit);
  afterAll(async () => {
    await stores.stop();
  }, timeLimit);

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
