import { interleaved, type Usage, warmUps } from '../measure';
import { checkOnce } from '../check';
import { withCrew } from '../processes/crew';
import type { StoreNode } from '../processes/event-store-node';
import type { LogReader } from '../processes/log-reader';
import { ratioOf, type Row, sideOf } from '../row';
import { watching } from '../watch';

interface Runner {
  readonly run: (operations: number) => Promise<Usage>;
}

export interface CommandRow {
  readonly name: string;
  readonly what: string;
  readonly wanted: number | null;
  readonly dataset: string;
  readonly rounds: number;
  readonly operations: number;
  readonly instrument: string;
  readonly streams: number;
  readonly eventsEach: number;
  readonly cached: boolean;
  /** The process that does the unavoidable part, and what to call it. */
  readonly floor: { readonly process: string; readonly name: string };
}

/** Commands in a process of their own against a store in another. */
export function commandRow(plan: CommandRow): Promise<Row> {
  const { name, what, wanted, dataset, rounds, operations, instrument, streams, eventsEach } = plan;
  return withCrew(async (crew) => {
    const node = await crew.start<StoreNode>('event-store-node', { directory: crew.directory });
    const connectionString = await node.call('connectionString', undefined);
    const setting = { connectionString, instrument, streams, eventsEach, cached: plan.cached };
    const raw = await crew.start<Runner>(plan.floor.process, setting);
    const ledger = await crew.start<Runner>('ledger-commands', setting);

    const roundOf = (side: typeof raw) => () =>
      watching({ 'event store': node }, () => side.call('run', operations));
    const [floor = [], jejak = []] = await interleaved(rounds, [roundOf(raw), roundOf(ledger)]);

    const reader = await crew.start<LogReader>('log-reader', { connectionString });
    const counted = await reader.call('count', `-${instrument.toLowerCase()}-`);
    const expected = streams * eventsEach + operations * (rounds + warmUps);
    return {
      name,
      what,
      floor: sideOf(plan.floor.name, floor),
      jejak: sideOf('Ledger.handle', jejak),
      ratio: ratioOf(jejak, floor),
      wanted,
      dataset,
      rounds,
      checked: checkOnce(counted, expected),
    };
  });
}
