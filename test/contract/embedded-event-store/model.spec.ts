import { verifyEventStore } from '@jejak/embedded-event-store';
import * as fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newStream, noted, positionOf } from '../event-store/server/support';
import { commands } from './model/commands';
import { type Model } from './model/model';
import { PlainStore } from './model/plain-store';
import { compareAll } from './model/readings';
import { TestedNode } from './model/tested-node';

/** `MODEL_RUNS=500 npx jest ... model.spec` plays longer. */
const RUNS = Number(process.env['MODEL_RUNS'] ?? 8);
/** After so many milliseconds no run is begun any more, nor a counterexample made smaller. */
const LONGEST = 5_000 * RUNS;

jest.setTimeout(LONGEST + 60_000);

let node: TestedNode;
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'model-'));
  node = await TestedNode.start(directory);
});
afterAll(async () => {
  await node.stop();
  await rm(directory, { recursive: true, force: true });
});

/** Every run has streams of its own, on the node that the runs before have left. */
async function begin(): Promise<Model> {
  const prefix = newStream('run');
  const origin = positionOf(await node.client.appendToStream(prefix, noted(0)));
  return { store: new PlainStore(), prefix, origin, positions: new Map(), appends: [], ids: 0 };
}

it('the node does what a list of events would do, whatever is asked of it and however often it dies', async () => {
  const end = Date.now() + LONGEST;
  await fc.assert(
    fc.asyncProperty(commands, async (asked) => {
      if (Date.now() > end) return;
      const model = await begin();
      await fc.asyncModelRun(() => ({ model, real: node }), asked);
      await compareAll(model, node.client, 0, 1);
    }),
    { numRuns: RUNS },
  );
  expect(await verifyEventStore({ directory })).toMatchObject({ fault: null });
});
