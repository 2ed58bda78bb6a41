import { withCrew } from '../processes/crew';
import { say } from '../projections/log-crew';
import { watching } from '../watch';
import { type Flush, type NodePair, startFloor, startPair } from './crew';
import { answering, type ReadStoreRow, type RowRound, rowOf } from './row';
import type { ReadStoreScale } from './scale';
import { places, type Task, tasksOf } from './tasks';
import { measureWaiting, type Waiting } from './waiting';

/** The rows that need no more than a hundred thousand documents. */
export function measureRows(
  scale: ReadStoreScale,
  wanted: (key: string) => boolean,
): Promise<{ readonly rows: readonly ReadStoreRow[]; readonly waiting: Waiting | null }> {
  return withCrew(async (crew) => {
    const start = (flush: Flush) => startPair(crew, scale, `${crew.directory}/${flush}`, flush);
    const pairs = { system: await start('system'), disk: await start('disk') };
    const floor = await startFloor(crew);
    for (const pair of Object.values(pairs)) await fill(pair, scale);
    const tasks = tasksOf(scale);
    const measureRound = async ({ flush, run, canned }: Task): Promise<RowRound> => {
      const { node, client } = pairs[flush];
      const store = await watching({ [answering]: node }, () => run(client));
      await floor.node.call('answer', canned);
      const answered = await watching({ [answering]: floor.node }, () => run(floor.client));
      return { store, floor: answered };
    };
    // Enough for the compiler: the first row would pay for those after it.
    for (const task of tasks) await measureRound(task);
    const rows: ReadStoreRow[] = [];
    for (const task of tasks.filter(({ key }) => wanted(key))) {
      const rounds: RowRound[] = [];
      for (let round = 0; round < scale.rounds; round += 1) {
        rounds.push(await measureRound(task));
      }
      const row = rowOf(task, rounds);
      say(`  ${row.name}: ${row.perSecond.toFixed(0)} per second`);
      rows.push(row);
    }
    const waiting = wanted('waiting') ? await measureWaiting(crew, pairs.disk, scale) : null;
    return { rows, waiting };
  });
}

async function fill({ client }: NodePair, { documents }: ReadStoreScale): Promise<void> {
  say(`writing ${documents} documents, twice`);
  for (const [collection, indexes] of Object.entries(places)) {
    await client.call('fill', { collection, documents, indexes });
  }
}
