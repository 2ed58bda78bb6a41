import type { Position } from '@jejak/domain';
import { auditTrail, planProgress } from '@jejak/views';

import type { Tenths } from '../batch-log';
import { interleaved, median, type Usage } from '../measure';
import { type Crew, withCrew } from '../processes/crew';
import type { Filled, Rebuilt, ViewChoice, ViewFiller } from '../processes/view-filler';
import type { Round } from '../row';
import { type Watched, watching } from '../watch';
import { type Runner, say, startReadStore, type WrittenLog, writtenLog } from './log-crew';
import { execArgvOf, type LogShape, type ProjectionScale } from './scale';
import { floorSide, type ProjectionSide, sideBeside } from './sides';

export interface LogCase extends LogShape {
  readonly sides: Readonly<Record<string, ProjectionSide>>;
  /** One view. Null for a log of too few batches. */
  readonly tenths: Tenths | null;
  /** Seconds from a rebuild being ready to join until it was ready to be switched to, by side. */
  readonly secondsToReady: Readonly<Record<string, number>>;
}

/** Events of the round that does not count: compilation and caches. */
const warmUpEvents = 10_000;

/** One side of a case. */
interface Measured {
  readonly key: string;
  /** Compilation and caches, and whatever must be there before. */
  readonly warmUp: () => Promise<unknown>;
  readonly run: () => Promise<Round>;
}

/** Both floors and the sides asked for over one log, in turn. */
export function logCase(
  shape: LogShape,
  scale: ProjectionScale,
  wanted: (side: string) => boolean,
): Promise<LogCase> {
  const { events, documents, rounds } = shape;
  say(`${events} events over ${documents} documents`);
  return withCrew(async (crew) => {
    const short = Math.min(warmUpEvents, events);
    const marks = [short, events];
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
      return {
        key,
        warmUp: () => child.call('run', few),
        run: () => watching(watchedOf(plans), () => child.call('run', all)),
      };
    };
    const startFiller = (choice: ViewChoice, { connectionString }: WrittenLog) => {
      const setting = { connectionString, readStore, views: choice };
      return crew.start<ViewFiller>('view-filler', setting, execArgvOf(scale));
    };
    const filling = async (choice: ViewChoice, log: WrittenLog): Promise<Measured> => {
      const filler = await startFiller(choice, log);
      const [early, last] = endsOf(log);
      return {
        key: choice,
        warmUp: () => filler.call('fill', early),
        run: () => watching(watchedOf(log), () => filler.call('fill', last)),
      };
    };
    /** Both rebuild what one process has filled beforehand. */
    const rebuilding = async (log: WrittenLog): Promise<Measured[]> => {
      const filler = await startFiller('one', log);
      const [, position] = endsOf(log);
      let filled: Promise<unknown> | null = null;
      return Object.entries(rebuilt).map(([key, view]) => ({
        key,
        warmUp: () => (filled ??= filler.call('prepare', position)),
        run: () => watching(watchedOf(log), () => filler.call('rebuild', { view, position })),
      }));
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
    if (wanted('rebuild')) sides.push(...(await rebuilding(plans)));
    if (wanted('five')) sides.push(await filling('five', await mixedLog(crew, shape, marks)));
    if (wanted('tutorial')) {
      const few = Math.min(scale.tutorialEvents, events);
      const setting = { connectionString, readStore };
      sides.push(await raw('tutorial', 'tutorial', setting, [Math.ceil(few / 5), few]));
    }
    const measured = await inTurn(sides, rounds);
    return caseOf(shape, measured);
  });
}

const mixedLog = (crew: Crew, { events, documents }: LogShape, marks: readonly number[]) =>
  writtenLog(crew, 'mixed', { events, documents, marks });

/** Positions of the last event of the warm-up, and of the log. */
function endsOf({ positions }: WrittenLog): readonly [Position, Position] {
  const [early, last] = positions;
  if (early === undefined || last === undefined) throw new Error('The log has no end');
  return [early, last];
}

async function inTurn(sides: readonly Measured[], rounds: number): Promise<Map<string, Round[]>> {
  for (const side of sides) await side.warmUp();
  say('  warmed up');
  const telling = sides.map(({ key, run }) => async () => {
    const round = await run();
    const { operations, seconds } = round.usage;
    say(`  ${key}: ${(operations / seconds).toFixed(0)} per second`);
    return round;
  });
  const results = await interleaved(rounds, telling, 0);
  return new Map(sides.map(({ key }, index) => [key, results[index] ?? []]));
}

/** The view that a side rebuilds. */
const rebuilt: Readonly<Record<string, string>> = {
  'rebuild-view': planProgress.name,
  'rebuild-rows': auditTrail.name,
};

const names: Readonly<Record<string, string>> = {
  one: 'Jejak, one view and rows',
  'rebuild-view': 'Jejak, rebuild of the view',
  'rebuild-rows': 'Jejak, rebuild of the rows',
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
    tenths: tenthsOf(usagesOf(measured.get('one'))),
    secondsToReady: Object.fromEntries(
      Object.keys(rebuilt).flatMap((key) => {
        const seconds = usagesOf(measured.get(key)).filter(isRebuilt);
        return seconds.length === 0
          ? []
          : [[key, median(seconds.map((one) => one.secondsToReady))]];
      }),
    ),
  };
}

const usagesOf = (rounds: readonly Round[] = []): Usage[] => rounds.map(({ usage }) => usage);

function tenthsOf(usages: readonly Usage[]): LogCase['tenths'] {
  const found = usages.filter(isFilled).flatMap(({ tenths }) => tenths ?? []);
  if (found.length === 0) return null;
  return {
    first: median(found.map(({ first }) => first)),
    last: median(found.map(({ last }) => last)),
  };
}

const isFilled = (usage: Usage): usage is Filled => 'tenths' in usage;
const isRebuilt = (usage: Usage): usage is Rebuilt => 'secondsToReady' in usage;
