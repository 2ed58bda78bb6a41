import { say } from '../projections/log-crew';
import { withCrew } from '../processes/crew';
import { startFloors, startStore } from './crew';
import { measureRows } from './measured-rows';
import type { EventStoreRow } from './row';
import type { EventStoreScale } from './scale';
import { appendTasks } from './tasks';

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
    const tasks = appendTasks(scale, recordBytes).filter(({ key }) => wanted(key));
    return measureRows(tasks, scale.rounds, store, floors);
  });
}
