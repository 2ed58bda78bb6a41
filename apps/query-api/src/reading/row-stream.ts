import { Readable } from 'node:stream';
import { Logger, StreamableFile } from '@nestjs/common';
import type { Exchange } from '@jejak/http';

import { csvLine } from './csv';
import type { Columns } from './list';
import { formatOf, mediaTypes, type Format } from './list-format';
import type { Positioned } from './replies';

/** Rows in pages, written when whoever reads them takes them. */
export type Pages<Item> = AsyncIterable<readonly Item[]> | Iterable<readonly Item[]>;

/** The little of an exchange that a file of rows needs: what it is called in the log, and its headers. */
export interface RowExchange {
  readonly request: Pick<Exchange['request'], 'id'>;
  readonly reply: { readonly header: (name: string, value: string) => unknown };
}

const logger = new Logger('lists');

/**
 * Items as a file in the form asked for. A page is asked for when the one before is on its way, so a
 * slow reader holds up nothing but itself, and one that goes away ends the reading. A failure in the
 * middle breaks the connection off: what ends properly is whole.
 */
export function rowStream<Item>(
  { request, reply }: RowExchange,
  format: Exclude<Format, 'json'>,
  name: string,
  columns: Columns<Item>,
  pages: Pages<Item>,
): StreamableFile {
  const type = `${mediaTypes[format]}; charset=utf-8`;
  reply.header('Vary', 'Accept');
  if (format === 'csv') reply.header('Content-Disposition', `attachment; filename="${name}.csv"`);
  const chunks = format === 'csv' ? csvOf(columns, pages) : ndjsonOf(pages);
  const stream = Readable.from(noted(chunks, request.id), { objectMode: false });
  return new StreamableFile(stream, { type });
}

/** What a JSON reply says in its body: where it stands, and how many events it leaves out. */
export function sayWhereItStands(
  reply: Exchange['reply'],
  { position, parked = [] }: Positioned,
): void {
  if (position !== null) reply.header('Jejak-Position', position);
  if (parked.length > 0) reply.header('Jejak-Left-Out', parked.length);
}

/** The rows of a reply that is one answer, not a list of documents. */
export interface Table<Body, Item> {
  /** Names the downloaded file. */
  readonly name: string;
  readonly rows: (body: Body) => readonly Item[];
  readonly columns: Columns<Item>;
}

/** A reply as it is, or its rows as a file where that is asked for. */
export function inForm<Body extends Positioned, Item>(
  body: Body,
  { name, rows, columns }: Table<Body, Item>,
  { format: named }: { readonly format?: Format },
  exchange: Exchange,
): Body | StreamableFile {
  const format = formatOf(named, exchange.request.headers.accept);
  if (format === 'json') return body;
  sayWhereItStands(exchange.reply, body);
  if ('next' in body && typeof body.next === 'string')
    exchange.reply.header('Link', `<${body.next}>; rel="next"`);
  return rowStream(exchange, format, name, columns, [rows(body)]);
}

async function* csvOf<Item>(columns: Columns<Item>, pages: Pages<Item>): AsyncGenerator<string> {
  const cells = Object.values(columns);
  yield csvLine(Object.keys(columns));
  for await (const items of pages) {
    const lines = items.map((item) => csvLine(cells.map((cell) => cell(item))));
    if (lines.length > 0) yield lines.join('');
  }
}

async function* ndjsonOf<Item>(pages: Pages<Item>): AsyncGenerator<string> {
  for await (const items of pages) {
    if (items.length > 0) yield items.map((item) => `${JSON.stringify(item)}\n`).join('');
  }
}

/** The status is long sent when this fails: the log is where it is told. */
async function* noted(
  chunks: AsyncIterable<string>,
  correlationId: string,
): AsyncGenerator<string> {
  try {
    yield* chunks;
  } catch (err) {
    logger.error({ message: 'A list could not be read to its end', correlationId, err });
    throw err;
  }
}
