import { type Exchange, jejakAfterOf, limitOf, pathOf } from '@jejak/http';
import { queriesAfter, type Place, type QueryFilter } from '@jejak/views';
import { Injectable, type StreamableFile } from '@nestjs/common';

import { PolicyVersions, type Unconfirmed } from '../policy/policy-versions';
import type { Columns, List } from './list';
import type { ListQuery } from './list.query';
import { filterOf } from './list-filter';
import { formatOf, type Format } from './list-format';
import { cursorOf, orderOf, placeAt, placeOf, type NamedOrder } from './list-order';
import { RegionIds } from './region-ids';
import { addressOf, replyFrom, type PageReply, type Read } from './replies';
import { rowsAfter, type RowList } from './row-list';
import { rowStream, sayWhereItStands, type Pages } from './row-stream';
import { ViewReader } from './view-reader';
import type { Found, ViewReading } from './view-reading';

/** Documents read at once while a whole list is written out. */
const atOnce = 500;

/** A page as JSON, or rows as a file. */
export type ListReply<Item> = PageReply<Item> | StreamableFile;

interface Page<Item> {
  readonly items: readonly Item[];
  /** The last item's, when more follow. */
  readonly next: Place | null;
}

/** Answers every list of this API in the same way: filters, order, pages and forms. */
@Injectable()
export class Lists {
  constructor(
    private readonly views: ViewReader,
    private readonly regions: RegionIds,
    private readonly policies: PolicyVersions,
  ) {}

  /**
   * The page that was asked for, or all rows as a file. `fixed` narrows the list beyond what the
   * caller asks, such as to the region of a path or to what the reading is known to contain. Regions
   * are named by id or by code: see `RegionIds`. Throws the problems of `ViewReader.reading`, and
   * `request.invalid` for a sort, cursor or limit that cannot be.
   */
  async answer<Document extends object, Item, Query extends ListQuery>(
    list: List<Document, Item, Query>,
    query: Query,
    exchange: Exchange,
    fixed: QueryFilter | ((reading: ViewReading) => QueryFilter) = {},
  ): Promise<ListReply<Item>> {
    const asked = askedOf(list, query, exchange);
    const { order, start, whole, limit } = asked;
    const views = [list.view, ...this.regions.viewsFor(list.filters, query)];
    const reading = await this.views.reading(views, jejakAfterOf(exchange.request));
    const narrowed = typeof fixed === 'function' ? fixed(reading) : fixed;
    const named = await this.regions.inFilters(list.filters, query, reading);
    const filter = filterOf(list.filters, named, narrowed);
    const queries = (place: Place | null) => queriesAfter(filter, order, place, limit + 1);
    if (whole) await reading.noteFrom(list.view, queries(start)[0]);
    const unconfirmed = await this.policies.unconfirmed(list.policies);
    const after = async (place: Place | null): Promise<Page<Item>> => {
      const found = whole
        ? await reading.found(list.view, ...queries(place))
        : await reading.documents(list.view, ...queries(place));
      return pageOf(found, limit, list, order, query, unconfirmed);
    };
    const page = await after(start);
    const pages = whole ? pagesFrom(page, after) : [page.items];
    return replyWith(list, asked, { page, pages }, reading, exchange);
  }

  /** As `answer`, of rows that were made for this question from what was `read`. */
  answerRows<Row extends object>(
    list: RowList<Row>,
    rows: readonly Row[],
    read: Read,
    query: ListQuery,
    exchange: Exchange,
  ): ListReply<Row> {
    const asked = askedOf(list, query, exchange);
    const { order, start, whole, limit } = asked;
    const page = rowsAfter(rows, list, order, start, whole ? rows.length : limit);
    return replyWith(list, asked, { page, pages: [page.items] }, read, exchange);
  }
}

/** How a list is asked for. */
interface Asked {
  readonly query: ListQuery;
  readonly order: NamedOrder;
  readonly start: Place | null;
  readonly format: Format;
  /** As a file without a limit: from the place to the end. */
  readonly whole: boolean;
  readonly limit: number;
}

function askedOf(
  list: Parameters<typeof orderOf>[0],
  query: ListQuery,
  { request }: Exchange,
): Asked {
  const order = orderOf(list, query.sort);
  const start = placeOf(order, query.cursor);
  const format = formatOf(query.format, request.headers.accept);
  const whole = format !== 'json' && query.limit === undefined && request.method === 'GET';
  return { query, order, start, format, whole, limit: whole ? atOnce : limitOf(query) };
}

function replyWith<Item>(
  { path, columns }: { readonly path: string; readonly columns: Columns<Item> },
  { query, order, format, whole }: Asked,
  { page, pages }: { readonly page: Page<Item>; readonly pages: Pages<Item> },
  read: Read,
  exchange: Exchange,
): ListReply<Item> {
  const { request, reply } = exchange;
  const link = linkTo(page.next, order, pathOf(request), query);
  if (format === 'json') return replyFrom(read, { items: page.items, next: link });
  sayWhereItStands(reply, replyFrom(read, {}));
  if (!whole && link !== null) reply.header('Link', `<${link}>; rel="next"`);
  return rowStream(exchange, format, nameOf(path), columns, pages);
}

function pageOf<Document extends object, Item, Query extends ListQuery>(
  found: readonly Found<Document>[],
  limit: number,
  { item }: List<Document, Item, Query>,
  order: NamedOrder,
  query: Query,
  unconfirmed: Unconfirmed,
): Page<Item> {
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ id, document }) => item(document, id, query, unconfirmed)),
    next: last === undefined ? null : placeAt(order, last.document, last.id),
  };
}

/** A page at a time, each asked for only when the one before is taken. */
async function* pagesFrom<Item>(
  first: Page<Item>,
  after: (place: Place) => Promise<Page<Item>>,
): AsyncGenerator<readonly Item[]> {
  for (let { items, next } = first; ; { items, next } = await after(next)) {
    yield items;
    if (next === null) return;
  }
}

const linkTo = (
  next: Place | null,
  order: NamedOrder,
  path: string,
  query: ListQuery,
): string | null =>
  next === null ? null : addressOf(path, query, { cursor: cursorOf(order, next) });

const nameOf = (path: string): string => path.split('/').at(-1) ?? path;
