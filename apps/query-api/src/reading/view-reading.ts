import { comparePositions, type Position } from '@jejak/domain';
import { formatPosition } from '@jejak/event-store';
import { problem } from '@jejak/http';
import {
  collectionName,
  fromStored,
  notDeleted,
  viewCollection,
  type DocumentRange,
  type Generation,
  type ParkedNotice,
  type Standing,
  type StoredDocument,
  type ViewStandings,
} from '@jejak/projection';
import type { QueryFilter, View, ViewQuery } from '@jejak/views';
import type { Db, Filter } from 'mongodb';

import { inTime } from './in-time';
import { leftOutBy, type LeftOutEvent } from './left-out';
import { existing } from './replies';

export interface Found<Document> {
  readonly id: string;
  readonly document: Document;
}

/**
 * What one request reads: every document of a view from the generation that was chosen when the
 * request came, so that a switch in between is not seen, and what is parked that concerns them.
 */
export class ViewReading {
  private readonly notices: ParkedNotice[] = [];

  constructor(
    private readonly database: Db,
    private readonly source: Pick<ViewStandings, 'parkedAmong'>,
    /** By name of the view; at least one. */
    private readonly standings: ReadonlyMap<string, Standing>,
  ) {}

  /** What is read contains at least this: where the view furthest behind stands. */
  get position(): Position | null {
    return [...this.standings.values()]
      .map(({ position }) => position)
      .reduce((a, b) => a && b && (comparePositions(a, b) <= 0 ? a : b));
  }

  /**
   * Where all the views stand, as one text: while it is the same, so are all of their documents. Null
   * where something is parked, whose release changes documents of a view that stands still.
   */
  get standing(): string | null {
    const all = [...this.standings.values()];
    if (all.some(({ parked }) => parked > 0)) return null;
    return all.map(({ generation, position }) => placeOf(generation, position)).join(' ');
  }

  /** Events that what was read so far leaves out. */
  get leftOut(): readonly LeftOutEvent[] {
    return leftOutBy(this.notices);
  }

  async document<Document extends object>(
    view: View<Document>,
    id: string,
  ): Promise<Document | null> {
    const standing = this.standingOf(view);
    this.notices.push(...(await inTime(this.source.parkedAmong(standing, [id]))));
    const read = this.collection(standing).findOne({ _id: id, ...notDeleted });
    const found = await inTime(read);
    return found && fromStored<Document>(found);
  }

  /**
   * The document, which is `what` to people. Throws `resource.not-found`, or `view.parked` when a
   * parked event is why it is not there.
   */
  async existing<Document extends object>(
    view: View<Document>,
    id: string,
    what: string,
  ): Promise<Document> {
    const document = await this.document(view, id);
    const parked = this.notices.find(({ kind, key }) => kind !== 'stream' && key === id);
    if (document !== null || parked === undefined) return existing(document, what);
    throw problem('view.parked', {
      detail: `The ${what} cannot be shown: event ${parked.revision.toString()} of ${parked.stream} (${parked.type}) is parked since ${parked.since}.`,
    });
  }

  /** The documents of a page, its queries asked one after the other until it is full. */
  async documents<Document extends object>(
    view: View<Document>,
    ...queries: PageQueries
  ): Promise<readonly Found<Document>[]> {
    const [query] = queries;
    const notices = await this.parkedFrom(view, query);
    const found = await this.found(view, ...queries);
    const last = found.length === query.limit && isById(query) ? found.at(-2)?.id : undefined;
    this.notices.push(...notices.filter(isUpTo(last, directionOf(query))));
    return found;
  }

  /**
   * Notes what is parked from where a query begins to the end of the view. For who then reads to that
   * end with `found`: what is released in between is in what they read.
   */
  async noteFrom<Document extends object>(view: View<Document>, query: ViewQuery): Promise<void> {
    this.notices.push(...(await this.parkedFrom(view, query)));
  }

  /** As `documents`, without noting what is parked among them. */
  async found<Document extends object>(
    view: View<Document>,
    ...queries: PageQueries
  ): Promise<readonly Found<Document>[]> {
    // By identifier: a document that changes in between may be met in two of the queries.
    const found = new Map<string, Found<Document>>();
    for (const { filter, sort, limit } of queries) {
      const read = this.collection(this.standingOf(view))
        .find({ ...filter, ...notDeleted } as Filter<StoredDocument>)
        .sort({ ...sort })
        .limit(limit - found.size)
        .toArray();
      for (const stored of await inTime(read)) {
        const id = stored._id;
        if (!found.has(id)) found.set(id, { id, document: fromStored<Document>(stored) });
      }
      if (found.size >= limit) break;
    }
    return [...found.values()];
  }

  /**
   * Where the documents a filter chooses stand, as one text, without reading what they hold: while it
   * is the same, they are. Documents read after it are those or newer ones.
   */
  async stamp(view: View<object>, filter: QueryFilter): Promise<string> {
    const { generation } = this.standingOf(view);
    const read = viewCollection(this.database, generation)
      .find({ ...filter, ...notDeleted } as Filter<StoredDocument>)
      .project<Pick<StoredDocument, '_id' | 'position'>>({ position: 1 })
      .sort({ _id: 1 })
      .toArray();
    const places = (await inTime(read)).map(
      ({ _id, position: { commit, prepare } }) => `${_id}@${String(commit)}/${String(prepare)}`,
    );
    return [collectionName(generation), ...places].join(' ');
  }

  private async parkedFrom(view: View<object>, query: ViewQuery): Promise<readonly ParkedNotice[]> {
    const parked = this.source.parkedAmong(this.standingOf(view), askedFor(query));
    const end = isById(query) ? endOf(query.filter['_id']) : null;
    return (await inTime(parked)).filter(
      ({ kind, key }) => kind === 'stream' || end === null || key < end,
    );
  }

  private standingOf({ name }: View<object>): Standing {
    const standing = this.standings.get(name);
    if (standing === undefined) throw new Error(`The request did not say that it reads ${name}`);
    return standing;
  }

  private collection({ generation }: Standing) {
    return viewCollection(this.database, generation);
  }
}

const placeOf = (generation: Generation, position: Position | null): string =>
  `${collectionName(generation)}@${position === null ? 'none' : formatPosition(position)}`;

type PageQueries = readonly [ViewQuery, ...ViewQuery[]];

const isById = ({ sort }: ViewQuery): boolean => Object.keys(sort)[0] === '_id';

const directionOf = ({ sort }: ViewQuery): DocumentRange['order'] =>
  sort['_id'] === -1 ? 'desc' : 'asc';

/**
 * What a query would find if its other conditions held; those cannot be judged of a parked event. By
 * any other order than that of identifiers nobody can tell on which page it would stand: on any.
 */
function askedFor(query: ViewQuery): readonly string[] | DocumentRange {
  const asked = query.filter['_id'];
  if (typeof asked === 'string') return [asked];
  const after = isById(query) ? boundOf(asked) : null;
  return { after, order: directionOf(query) };
}

function boundOf(asked: QueryFilter[string] | undefined): string | null {
  const [after, before] = [textIn(asked, '$gt'), textIn(asked, '$lt')];
  return after ?? before;
}

/** Where a range that is open at neither end is over. */
const endOf = (asked: QueryFilter[string] | undefined): string | null =>
  textIn(asked, '$gt') === null ? null : textIn(asked, '$lt');

function textIn(asked: QueryFilter[string] | undefined, bound: '$gt' | '$lt'): string | null {
  if (typeof asked !== 'object' || asked === null || Array.isArray(asked)) return null;
  const value: unknown = Object.entries(asked).find(([name]) => name === bound)?.[1];
  return typeof value === 'string' ? value : null;
}

/** Not past the last document of the page; the extra one that a query finds is not on it. */
const isUpTo =
  (last: string | undefined, order: DocumentRange['order']) =>
  ({ kind, key }: ParkedNotice): boolean =>
    kind === 'stream' || last === undefined || (order === 'asc' ? key <= last : key >= last);
