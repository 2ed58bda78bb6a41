import { withCrew } from '../processes/crew';
import type { BareNode } from '../processes/store-node';
import { say } from '../projections/log-crew';
import { startFloors, startStore, stopAll, type StorePair } from './crew';
import { type Live, measureLive } from './live';
import { measureRows } from './measured-rows';
import { type MemoryAt, measureMemory, memoryAt } from './memory';
import { measureOpening, type Opening } from './opening';
import type { EventStoreRow } from './row';
import { eventsOfStream, type EventStoreScale } from './scale';
import { longStreams, readTasks } from './tasks';

/** What is measured on a log that is long already. */
export interface LongLog {
  readonly events: number;
  readonly streams: number;
  readonly rows: readonly EventStoreRow[];
  readonly opening: { readonly empty: Opening; readonly full: Opening } | null;
  readonly live: Live | null;
  readonly memory: readonly MemoryAt[];
}

/** Every start is repeated as often as rounds are, and this often at least. */
const fewestStarts = 3;

export function measureLongLog(
  scale: EventStoreScale,
  wanted: (key: string) => boolean,
): Promise<LongLog> {
  return withCrew(async (crew) => {
    const directory = `${crew.directory}/log`;
    const filling = await startStore(crew, scale, directory);
    const memory = await fill(filling, scale, wanted('memory'));
    await stopAll([filling.client, filling.node]);

    const starts = Math.max(scale.rounds, fewestStarts);
    const startIn = (path: string) => () => crew.start<BareNode>('store-node', { directory: path });
    const opening = wanted('open')
      ? {
          empty: await measureOpening(startIn(`${crew.directory}/empty`), starts),
          full: await measureOpening(startIn(directory), starts),
        }
      : null;

    const store = await startStore(crew, scale, directory);
    const recordBytes = await store.client.call('recordBytes', undefined);
    const floors = await startFloors(crew, recordBytes);
    await floors.storage.call('write', {
      events: Math.max(scale.readEvents, longStreams.eventsEach * longStreams.streams),
      group: longStreams.streams * 10,
      streams: longStreams.streams,
    });
    const events = scale.streams * eventsOfStream + longStreams.streams * longStreams.eventsEach;
    const tasks = readTasks(scale, recordBytes, events).filter(({ key }) => wanted(key));
    const rows = await measureRows(tasks, scale.rounds, store, floors);
    const live = wanted('live') ? await measureLive(crew, store, floors, scale, recordBytes) : null;
    if (wanted('memory')) memory.push(...(await measureMemory(crew, store, scale)));
    return { events, streams: scale.streams + longStreams.streams, rows, opening, live, memory };
  });
}

const early = 'half written';

/** Writes the log in two halves: what is kept in memory has reached its limits after the first. */
async function fill(
  store: StorePair,
  scale: EventStoreScale,
  withMemory: boolean,
): Promise<MemoryAt[]> {
  const { client } = store;
  say(`writing ${scale.streams} streams of ${eventsOfStream} events`);
  const memory: MemoryAt[] = [];
  const startedAt = performance.now();
  await client.call('fill', longStreams);
  await client.call('fill', { streams: scale.streams / 2, eventsEach: eventsOfStream });
  if (withMemory) memory.push(await memoryAt(early, null, store, scale));
  await client.call('fill', {
    first: scale.streams / 2,
    streams: scale.streams,
    eventsEach: eventsOfStream,
  });
  if (withMemory) memory.push(await memoryAt('all written', early, store, scale));
  const seconds = (performance.now() - startedAt) / 1_000;
  say(`  in ${seconds.toFixed(0)} s`);
  return memory;
}
