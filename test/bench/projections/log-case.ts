import { interleaved, median, type Usage } from '../measure';
import { type Crew, withCrew } from '../processes/crew';
import type { Filled, ViewChoice, ViewFiller } from '../processes/view-filler';
import type { Round } from '../row';
import { type Watched, watching } from '../watch';
import { type Runner, say, startReadStore, type WrittenLog, writtenLog } from './log-crew';
import type { LogShape, ProjectionScale } from './scale';
import { floorSide, type ProjectionSide, sideBeside } from './sides';

export interface LogCase extends LogShape {
  readonly sides: Readonly<Record<string, ProjectionSide>>;
  /** CPU per event of the first and of the last tenth of the log, one view; microseconds. */
  readonly tenths: { readonly first: number; readonly last: number } | null;
}

/** Events of the round that does not count: compilation and caches. */
const warmUpEvents = 10_000;

/** One side of a case: what it does with so many events, and the rounds that came of it. */
interface Measured {
  readonly key: string;
  readonly run: (part: 'warm-up' | 'all') => Promise<Round>;
}

/** Both floors and the sides asked for over one log, in turn. */
export function logCase(
  shape: LogShape,
  { tutorialEvents, profile }: ProjectionScale,
  wanted: (side: string) => boolean,
): Promise<LogCase> {
  const { events, documents, rounds } = shape;
  say(`${events} events over ${documents} documents`);
  return withCrew(async (crew) => {
    const short = Math.min(warmUpEvents, events);
    const marks = [short, Math.ceil(events / 10), Math.floor((events * 9) / 10), events];
    const { node: views, readStore } = await startReadStore(crew);
    const plans = await writtenLog(crew, 'plans', { events, documents, marks });
    const watchedOf = ({ node }: WrittenLog): Watched => ({
      'event store': node,
      'read store': views,
    });

    const raw = async (
      key: string,
      file: string,
      setting: object,
      [few, all]: readonly [number, number],
    ): Promise<Measured> => {
      const child = await crew.start<Runner>(file, setting);
      const operations = { 'warm-up': few, all };
      return {
        key,
        run: (part) => watching(watchedOf(plans), () => child.call('run', operations[part])),
      };
    };
    const filling = async (choice: ViewChoice, log: WrittenLog): Promise<Measured> => {
      const { connectionString } = log;
      const setting = { connectionString, readStore, views: choice };
      const filler = await crew.start<ViewFiller>('view-filler', setting, profiling(profile));
      const [shortOf, ...whole] = log.positions;
      const positions = { 'warm-up': shortOf === undefined ? [] : [shortOf], all: whole };
      return {
        key: choice,
        run: (part) => watching(watchedOf(log), () => filler.call('fill', positions[part])),
      };
    };

    const { connectionString } = plans;
    const sides = [
      await raw('reading', 'log-reader', { connectionString }, [short, events]),
      await raw(
        'writing',
        'raw-writes',
        { readStore, documents, eventsEach: Math.ceil(events / documents) },
        [short, events],
      ),
    ];
    if (wanted('one')) sides.push(await filling('one', plans));
    if (wanted('five')) sides.push(await filling('five', await mixedLog(crew, shape, marks)));
    if (wanted('tutorial')) {
      const few = Math.min(tutorialEvents, events);
      const setting = { connectionString, readStore };
      sides.push(await raw('tutorial', 'tutorial', setting, [Math.ceil(few / 5), few]));
    }
    const measured = await inTurn(sides, rounds);
    return caseOf(shape, measured);
  });
}

const mixedLog = (crew: Crew, { events, documents }: LogShape, marks: readonly number[]) =>
  writtenLog(crew, 'mixed', { events, documents, marks });

const profiling = (directory: string | null): string[] =>
  directory === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${directory}`];

async function inTurn(sides: readonly Measured[], rounds: number): Promise<Map<string, Round[]>> {
  for (const side of sides) await side.run('warm-up');
  say('  warmed up');
  const telling = sides.map(({ key, run }) => async () => {
    const round = await run('all');
    const { operations, seconds } = round.usage;
    say(`  ${key}: ${(operations / seconds).toFixed(0)} per second`);
    return round;
  });
  const results = await interleaved(rounds, telling, 0);
  return new Map(sides.map(({ key }, index) => [key, results[index] ?? []]));
}

const names: Readonly<Record<string, string>> = {
  one: 'Jejak, one view and rows',
  five: 'Jejak, five views',
  tutorial: 'tutorial, a write at a time',
};

function caseOf(shape: LogShape, measured: ReadonlyMap<string, Round[]>): LogCase {
  const reading = measured.get('reading') ?? [];
  const writing = measured.get('writing') ?? [];
  const beside = Object.entries(names).flatMap(([key, name]) => {
    const rounds = measured.get(key);
    return rounds === undefined
      ? []
      : [[key, sideBeside(name, rounds, { reading, writing })] as const];
  });
  return {
    ...shape,
    sides: {
      reading: floorSide('raw subscribeToAll', reading),
      writing: floorSide('raw bulkWrite, insertMany', writing),
      ...Object.fromEntries(beside),
    },
    tenths: tenthsOf(measured.get('one') ?? []),
  };
}

function tenthsOf(rounds: readonly Round[]): LogCase['tenths'] {
  const perEvent = rounds.flatMap(({ usage }) => (isFilled(usage) ? [usage.perEvent] : []));
  if (perEvent.length === 0) return null;
  const [first, last] = [0, 2].map((part) => median(perEvent.map((parts) => parts[part] ?? NaN)));
  return { first: first ?? NaN, last: last ?? NaN };
}

const isFilled = (usage: Usage): usage is Filled => 'perEvent' in usage;
