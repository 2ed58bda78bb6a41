import { type JejakEvent, type Position, type RecordedEvent } from '@jejak/domain';
import { type EventStore, type ReadStreamOptions, UnreadableEventError } from '@jejak/event-store';
import {
  collectionName,
  type ParkedNotice,
  type ReadableView,
  type Standing,
  type ViewStandings,
} from '@jejak/projection';
import { allViews } from '@jejak/views';
import { fold } from '@jejak/views/testing/fold';
import { Query } from 'mingo';
import type { Db } from 'mongodb';

type Log = readonly RecordedEvent<JejakEvent>[];
type Stored = Record<string, unknown>;

/** Where an event is that no release knows. */
export interface Unreadable {
  readonly stream: string;
  readonly revision: bigint;
}

/** The views of a log as their collections hold them; only what the query API asks of a database. */
export function databaseOf(log: Log): Db {
  const views = new Map(allViews.map((view) => [collectionName(view), view]));
  const collections = new Map<string, readonly Stored[]>();
  /** Folded when it is first read: a log need only make sense to the views it is read through. */
  const documentsOf = (name: string): readonly Stored[] => {
    const known = collections.get(name);
    if (known !== undefined) return known;
    const view = views.get(name);
    const made = view === undefined ? [] : [...fold(view, log)];
    const stored = made.map(([_id, document]) => ({ ...document, _id, position: headOf(log) }));
    collections.set(name, stored);
    return stored;
  };
  const collection = (name: string) => {
    const documents = [...documentsOf(name)];
    return {
      findOne: (filter: Stored) =>
        Promise.resolve(new Query(filter).find<Stored>(documents).all()[0] ?? null),
      find: (filter: Stored) => {
        const found = new Query(filter).find<Stored>(documents);
        const cursor = {
          sort: (order: Record<string, 1 | -1>) => (found.sort(order), cursor),
          limit: (count: number) => (found.limit(count), cursor),
          // Whoever asks for fewer fields reads no others.
          project: () => cursor,
          toArray: () => Promise.resolve(found.all()),
        };
        return cursor;
      },
    };
  };
  return { collection } as unknown as Db;
}

/** Views that stand at the end of a log and never move on, with these events parked in them. */
export function standingsOf(
  log: Log,
  parked: Readonly<Record<string, readonly ParkedNotice[]>> = {},
): ViewStandings {
  const standing = ({ name, version }: ReadableView): Promise<Standing> => {
    const generation = { name, version, build: 1 };
    return Promise.resolve({
      generation,
      position: headOf(log),
      parked: parked[name]?.length ?? 0,
    });
  };
  return {
    standing,
    waitFor: standing,
    parkedAmong: ({ generation }, documents) => {
      const concerns = ({ kind, key }: ParkedNotice): boolean => {
        if (kind === 'stream') return true;
        if (!('order' in documents)) return documents.includes(key);
        const { after, order } = documents;
        return after === null || (order === 'asc' ? key > after : key < after);
      };
      return Promise.resolve((parked[generation.name] ?? []).filter(concerns));
    },
  };
}

/** A store that is only read from, and of which one event cannot be read. */
export function storeOf(log: Log, unreadable: Unreadable | null = null): EventStore {
  const refuse = (): never => {
    throw new Error('The query API only reads streams');
  };
  return {
    append: refuse,
    subscribe: refuse,
    readStored: refuse,
    head: () => Promise.resolve({ newest: headOf(log), end: headOf(log) }),
    close: () => Promise.resolve(),
    async *readStream(stream: string, options: ReadStreamOptions = {}) {
      const { from, direction = 'forwards', limit = Infinity } = options;
      const forwards = direction === 'forwards';
      const events = log.filter(
        (event) =>
          event.stream === stream &&
          (from === undefined || (forwards ? event.revision >= from : event.revision <= from)),
      );
      await Promise.resolve();
      for (const event of (forwards ? events : events.reverse()).slice(0, limit)) {
        if (stream === unreadable?.stream && event.revision === unreadable.revision) {
          throw new UnreadableEventError(stream, event.revision, 'unknown type');
        }
        yield event;
      }
    },
  };
}

const headOf = (log: Log): Position | null => log.at(-1)?.position ?? null;
