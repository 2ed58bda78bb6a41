import { parseArgs } from 'node:util';

import { type CountryScale, countryScaleOf } from './country/scale';
import { type EventStoreScale, eventStoreScaleOf } from './event-store/scale';
import { amountOf, type ProjectionScale, projectionScaleOf } from './projections/scale';
import { type ReadStoreScale, readStoreScaleOf } from './read-store/scale';

export interface BenchOptions {
  readonly json: boolean;
  readonly quick: boolean;
  readonly help: boolean;
  /** Rows to run, by name; all when empty. */
  readonly rows: readonly string[];
  /** What `projections` does; null where it was not asked for. */
  readonly projections: ProjectionScale | null;
  /** What `event-store` does; null where it was not asked for. */
  readonly eventStore: EventStoreScale | null;
  /** What `read-store` does; null where it was not asked for. */
  readonly readStore: ReadStoreScale | null;
  /** What `country` does; null where it was not asked for. */
  readonly country: CountryScale | null;
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

export const usage = `Usage: npm run bench -- [projections | event-store | read-store | country] [--quick] [--json] [--row <name>]...

Measures what Jejak adds to the work it cannot avoid, side by side with that work.

  --quick       shorter rounds and a shorter log
  --json        one JSON document instead of the table
  --row <name>  only this row; may be repeated: warm, http, cold, catch-up
  --help        this text

projections fills the views from a log, against the raw clients and against a tutorial's handler:
100,000 events over 1,000 and over 100,000 documents, in about a quarter of an hour; two with --quick.

  --row <name>       beside the floors only this side; may be repeated: one, rebuild, five, tutorial,
                     live
  --events <n>       length of the log
  --documents <n>    documents it is spread over, at most its length; may be repeated
  --rounds <n>       rounds of every side
  --million          a log of 1,000,000 as well, one round; about an hour more
  --heap <MiB>       heap limit of every Jejak process instead of that of docker/compose.yaml; V8
                     lets garbage pile up the more, the higher it is
  --profile <path>   a CPU profile of every Jejak process into this directory; costs CPU itself

event-store measures the embedded event store beside the official client that asks it, a bare grpc-js
server and bare lmdb, at last on a log of 1,000,000 events; about ten minutes, one with --quick.

  --row <name>       only this; may be repeated: append-1, append-16, append-64, append-256,
                     append-500, read-all, scan, read-8, read-1000, live, open, memory
  --rounds <n>       rounds of every row
  --profile <path>   a CPU profile of the node into this directory

read-store measures the embedded read store for the official driver, beside the driver against a server
that knows its answers beforehand, at last on 1,000,000 documents; about ten minutes, one with --quick.

  --row <name>       only this; may be repeated: new, existing, indexed, guarded, flushed, flushed-4,
                     find-one, find-16, top-50, group, waiting, open
  --rounds <n>       rounds of every row
  --profile <path>   a CPU profile of the node into this directory

country simulates one: 546 governments, 66,612 sub-indicator results, 360,000 documents. It projects
them, ranks all governments and each province at a steady rate while commands go on at theirs, and
hands documents in.

Everything runs on this machine over the loopback interface, in processes of its own, in a
temporary directory that is removed. Compare ratios: absolute numbers are this machine's.
`;

const suites = ['projections', 'event-store', 'read-store', 'country'];

/** Throws TypeError for an argument that is not known. */
export function optionsFrom(args: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      row: { type: 'string', multiple: true, default: [] },
      events: { type: 'string' },
      documents: { type: 'string', multiple: true, default: [] },
      rounds: { type: 'string' },
      million: { type: 'boolean', default: false },
      profile: { type: 'string' },
      heap: { type: 'string' },
    },
  });
  const { json, quick, help, row, events, documents, rounds, million, profile, heap } = values;
  const [suite, ...others] = positionals;
  if (others.length > 0 || (suite !== undefined && !suites.includes(suite))) {
    throw new TypeError(`Only one of ${suites.join(', ')} can be asked for`);
  }
  const asked = { quick, rounds: amountOf('--rounds', rounds), profile: profile ?? null };
  const projections = projectionScaleOf({
    ...asked,
    events: amountOf('--events', events),
    documents: documents.flatMap((text) => amountOf('--documents', text) ?? []),
    million,
    heap: amountOf('--heap', heap),
  });
  return {
    json,
    quick,
    help,
    rows: row,
    projections: suite === 'projections' ? projections : null,
    eventStore: suite === 'event-store' ? eventStoreScaleOf(asked) : null,
    readStore: suite === 'read-store' ? readStoreScaleOf(asked) : null,
    country: suite === 'country' ? countryScaleOf(quick) : null,
  };
}
