import { comparePositions, type Position } from '@jejak/domain';
import { problem } from '@jejak/http';
import {
  fromStored,
  notDeleted,
  viewCollection,
  type DocumentRange,
  type ParkedNotice,
  type Standing,
  type Stored,
  type StoredDocument,
  type ViewStandings,
} from '@jejak/projection';
import type { View, ViewQuery } from '@jejak/views';
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

  async documents<Document extends object>(
    view: View<Document>,
    query: ViewQuery,
  ): Promise<readonly Found<Document>[]> {
    const standing = this.standingOf(view);
    const notices = await inTime(this.source.parkedAmong(standing, askedFor(query)));
    const read = this.collection(standing)
      .find({ ...query.filter, ...notDeleted } as Filter<StoredDocument>)
      .sort({ ...query.sort })
      .limit(query.limit)
      .toArray();
    const found = await inTime(read);
    const last = found.length === query.limit ? found.at(-2)?._id : undefined;
    this.notices.push(...notices.filter(isUpTo(last, orderOf(query))));
    return found.map((stored) => ({
      id: stored._id,
      document: fromStored<Document>(stored as Stored<Document>),
    }));
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

const orderOf = ({ sort }: ViewQuery): DocumentRange['order'] =>
  sort['_id'] === -1 ? 'desc' : 'asc';

/** What a query would find if its other conditions held; those cannot be judged of a parked event. */
function askedFor(query: ViewQuery): readonly string[] | DocumentRange {
  const asked = query.filter['_id'];
  if (typeof asked === 'string') return [asked];
  return { after: asked?.$gt ?? asked?.$lt ?? null, order: orderOf(query) };
}

/** Not past the last document of the page; the extra one that a query finds is not on it. */
const isUpTo =
  (last: string | undefined, order: DocumentRange['order']) =>
  ({ kind, key }: ParkedNotice): boolean =>
    kind === 'stream' || last === undefined || (order === 'asc' ? key <= last : key >= last);
