import { interleaved, type Spent, type Usage } from '../measure';
import type { Scale } from '../options';
import { withCrew } from '../processes/crew';
import type { StoreNode } from '../processes/event-store-node';
import type { LogReader } from '../processes/log-reader';
import { ratioOf, type Row, sideOf } from '../row';
import { watching } from '../watch';

interface ReadStoreNode {
  readonly spent: () => Spent;
  readonly connectionString: () => string;
}

interface Projector {
  readonly run: (_: undefined) => Promise<Usage>;
}

/** Filling all views from the beginning of a log, against only receiving it. */
export function catchUp({ rounds, logEvents }: Scale): Promise<Row> {
  return withCrew(async (crew) => {
    const at = (name: string) => ({ directory: `${crew.directory}/${name}` });
    const node = await crew.start<StoreNode>('event-store-node', at('events'));
    const connectionString = await node.call('connectionString', undefined);
    const views = await crew.start<ReadStoreNode>('read-store-node', at('views'));
    const readStore = await views.call('connectionString', undefined);
    const setting = { connectionString, readStore, events: logEvents };
    const projector = await crew.start<Projector>('projector', setting);
    const reader = await crew.start<LogReader>('log-reader', { connectionString });

    const watched = { 'event store': node, 'read store': views };
    const [floor = [], jejak = []] = await interleaved(rounds, [
      () => watching(watched, () => reader.call('run', logEvents)),
      () => watching(watched, () => projector.call('run', undefined)),
    ]);
    return {
      name: 'catch-up',
      what: 'projector catching up',
      floor: sideOf('raw subscribeToAll', floor),
      jejak: sideOf('five views', jejak),
      ratio: ratioOf(jejak, floor),
      wanted: null,
      dataset: `${logEvents} events that concern all five views, into an empty database each round`,
      rounds,
      checked: `every view passed the last of ${logEvents} events in every round`,
    };
  });
}
