import { say } from '../projections/log-crew';
import { withCrew } from '../processes/crew';
import { type Floors, startFloors, startStore, type StorePair } from './crew';
import { measureRound, measureRows } from './measured-rows';
import type { EventStoreRow } from './row';
import type { EventStoreScale } from './scale';
import { appendTasks, type Task } from './tasks';

/** Enough for the compiler: the first row would pay for those after it. */
async function warmUp(tasks: readonly Task[], store: StorePair, floors: Floors): Promise<void> {
  for (const task of tasks.filter(({ key }) => key !== 'append-1')) {
    await measureRound(task, store, floors);
  }
}

/** The rows of appends, to a log that begins empty. */
export function measureAppends(
  scale: EventStoreScale,
  wanted: (key: string) => boolean,
): Promise<EventStoreRow[]> {
  say('appends');
  return withCrew(async (crew) => {
    const store = await startStore(crew, scale, `${crew.directory}/log`);
    const recordBytes = await store.client.call('recordBytes', undefined);
    const floors = await startFloors(crew, recordBytes);
    const tasks = appendTasks(scale, recordBytes);
    await warmUp(tasks, store, floors);
    const measured = tasks.filter(({ key }) => wanted(key));
    return measureRows(measured, scale.rounds, store, floors);
  });
}
