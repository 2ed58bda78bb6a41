import { warmUps } from '../measure';
import type { Scale } from '../options';
import type { Row } from '../row';
import { inFlight } from '../workload';
import { commandRow } from './command-rows';

const eventsEach = 50;

/** A command that must load its stream first, for contrast: nothing is kept in memory. */
export const coldCommand = ({ rounds, coldCommands }: Scale): Promise<Row> =>
  commandRow({
    name: 'cold',
    what: 'cold command, in process',
    wanted: null,
    dataset: `${coldCommands} ScoreIndicator per round, ${inFlight} in flight, each on a stream of ${eventsEach} to ${eventsEach + rounds + warmUps} events`,
    rounds,
    operations: coldCommands,
    instrument: 'COLD',
    streams: coldCommands,
    eventsEach,
    cached: false,
    floor: { process: 'raw-loads', name: 'raw readStream and append' },
  });
