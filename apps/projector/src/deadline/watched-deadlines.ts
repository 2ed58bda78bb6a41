import { type CalendarDate, comparePositions, type Position } from '@jejak/domain';
import {
  fromStored,
  notDeleted,
  type Standing,
  viewCollection,
  type ViewStandings,
} from '@jejak/projection';
import {
  type DeadlineDocument,
  deadlines,
  type View,
  type WaitingTerms,
  waitingTerms,
} from '@jejak/views';
import { type Db } from 'mongodb';

/** The deadlines that wait to be judged, from a view that contains all that was asked for. */
export interface Watched {
  readonly deadlines: Pages<DeadlineDocument>;
  /** Of these, the ones a parked event may still change: nobody is called late on half of a story. */
  held(documents: readonly DeadlineDocument[]): Promise<ReadonlySet<string>>;
}

export type Pages<Document> = AsyncIterable<readonly Document[]>;

/** Where the clock reads what it has to judge. */
export interface WatchedDeadlines {
  /**
   * Those with a last day up to this one, once the view contains everything up to `position`; null
   * when it does not get there in time, or before the signal aborts.
   */
  upTo(lastDay: CalendarDate, position: Position, signal: AbortSignal): Promise<Watched | null>;
  /** Cases that wait for a calendar, likewise. */
  waiting(position: Position, signal: AbortSignal): Promise<Pages<WaitingTerms> | null>;
}

export interface WatchedDeadlinesOptions {
  readonly database: Db;
  readonly standings: ViewStandings;
  /** How long the view may take to get there. Default 30 s. */
  readonly patienceMilliseconds?: number;
}

/** Documents that are read, judged and recorded together; fewer than parked notices are told. */
const atOnce = 200;
const mostNotices = 1_000;

/** A stop need not wait longer than this for the view. */
const sliceMilliseconds = 1_000;

const answerMilliseconds = 5_000;

/** The view as the projection keeps it. Rejects as `ViewStandings` does, and with the driver's errors. */
export function watchedDeadlines(options: WatchedDeadlinesOptions): WatchedDeadlines {
  const { database, standings, patienceMilliseconds = 30_000 } = options;
  const containing = async (
    view: View<object>,
    position: Position,
    signal: AbortSignal,
  ): Promise<Standing | null> => {
    const deadline = performance.now() + patienceMilliseconds;
    const reached = async (): Promise<Standing | null> => {
      const standing = await standings.waitFor(view, position, sliceMilliseconds);
      const contains = standing.position && comparePositions(standing.position, position) >= 0;
      if (contains === true) return standing;
      return signal.aborted || performance.now() > deadline ? null : reached();
    };
    return reached();
  };
  return {
    async waiting(position, signal) {
      const standing = await containing(waitingTerms, position, signal);
      if (standing === null) return null;
      const found = viewCollection(database, standing.generation)
        .find(notDeleted, { timeoutMS: answerMilliseconds, timeoutMode: 'iteration' })
        .sort({ _id: 1 });
      return inPages(found, (stored) => fromStored<WaitingTerms>(stored));
    },
    async upTo(lastDay, position, signal) {
      const standing = await containing(deadlines, position, signal);
      if (standing === null) return null;
      const found = viewCollection(database, standing.generation).find(
        { watchedFrom: { $lte: lastDay }, ...notDeleted },
        { timeoutMS: answerMilliseconds, timeoutMode: 'iteration' },
      );
      return {
        deadlines: inPages(found, (stored) => fromStored<DeadlineDocument>(stored)),
        async held(documents) {
          const ids = documents.map(({ id }) => id);
          const parked = await standings.parkedAmong(standing, ids);
          const streams = new Set(parked.filter(({ kind }) => kind === 'stream').map(keyOf));
          const keys = new Set(parked.filter(({ kind }) => kind !== 'stream').map(keyOf));
          const untold = parked.length >= mostNotices;
          return new Set(
            documents
              .filter(({ id, subject }) => untold || keys.has(id) || streams.has(subject))
              .map(({ id }) => id),
          );
        },
      };
    },
  };
}

const keyOf = ({ key }: { readonly key: string }): string => key;

async function* inPages<Stored, Item>(
  found: AsyncIterable<Stored>,
  itemOf: (stored: Stored) => Item,
): AsyncGenerator<readonly Item[]> {
  let page: Item[] = [];
  for await (const stored of found) {
    page.push(itemOf(stored));
    if (page.length < atOnce) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
