import type { Scale } from '../options';
import type { Row } from '../row';
import { inFlight } from '../workload';
import { commandRow } from './command-rows';

/** A command on a stream that is in memory already: what every busy stream costs. */
export const warmCommand = ({ rounds, commands }: Scale): Promise<Row> =>
  commandRow({
    name: 'warm',
    what: 'warm command, in process',
    wanted: 1.25,
    dataset: `${commands} ScoreIndicator per round, ${inFlight} in flight over ${inFlight} streams`,
    rounds,
    operations: commands,
    instrument: 'MCP',
    streams: inFlight,
    eventsEach: 1,
    cached: true,
    floor: { process: 'raw-appends', name: 'raw appendToStream' },
  });
