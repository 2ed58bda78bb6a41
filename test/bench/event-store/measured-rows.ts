import { say } from '../projections/log-crew';
import { watching } from '../watch';
import type { Floors, StorePair } from './crew';
import { answering, type EventStoreRow, type RowRound, rowOf } from './row';
import type { Task } from './tasks';

/** Runs the tasks one after another, each with its floors in turn; the first round does not count. */
export async function measureRows(
  tasks: readonly Task[],
  rounds: number,
  store: StorePair,
  floors: Floors,
): Promise<EventStoreRow[]> {
  const rows: EventStoreRow[] = [];
  for (const task of tasks) {
    const done: RowRound[] = [];
    for (let round = 0; round <= rounds; round += 1)
      done.push(await measureRound(task, store, floors));
    const row = rowOf(task.key, task.name, done.slice(1));
    say(`  ${row.name}: ${row.perSecond.toFixed(0)} per second`);
    rows.push(row);
  }
  return rows;
}

export async function measureRound(
  task: Task,
  store: StorePair,
  floors: Floors,
): Promise<RowRound> {
  const asked = await watching({ [answering]: store.node }, () => task.store(store.client));
  const echoed = await watching({ [answering]: floors.echoNode }, () =>
    task.echo(floors.echoClient),
  );
  return {
    store: asked,
    echo: echoed,
    echoScale: task.echoScale ?? 1,
    lmdb: await task.lmdb(floors.storage),
  };
}
