import { parseArgs } from 'node:util';

export interface BenchOptions {
  readonly json: boolean;
  readonly quick: boolean;
  readonly help: boolean;
  /** Rows to run, by name; all when empty. */
  readonly rows: readonly string[];
}

/** How much one run does. */
export interface Scale {
  readonly rounds: number;
  /** Commands of one round, warm and over HTTP. */
  readonly commands: number;
  /** Commands of one round that each load a stream. */
  readonly coldCommands: number;
  /** Events of the log the projector catches up with. */
  readonly logEvents: number;
}

const fullScale: Scale = { rounds: 5, commands: 6_400, coldCommands: 256, logEvents: 20_000 };
const quickScale: Scale = { rounds: 5, commands: 3_200, coldCommands: 128, logEvents: 5_000 };

export const scaleOf = ({ quick }: BenchOptions): Scale => (quick ? quickScale : fullScale);

export const usage = `Usage: npm run bench -- [--quick] [--json] [--row <name>]...

Measures what Jejak adds to the work it cannot avoid, side by side with that work.

  --quick       shorter rounds and a shorter log
  --json        one JSON document instead of the table
  --row <name>  only this row; may be repeated: warm, http, cold, catch-up
  --help        this text

Everything runs on this machine over the loopback interface, in processes of its own, in a
temporary directory that is removed. Compare ratios: absolute numbers are this machine's.
`;

/** Throws TypeError for an argument that is not known. */
export function optionsFrom(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      row: { type: 'string', multiple: true, default: [] },
    },
  });
  const { json, quick, help, row } = values;
  return { json, quick, help, rows: row };
}
