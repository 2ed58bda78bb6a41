import {
  ANY,
  NO_STREAM,
  STREAM_EXISTS,
  jsonEvent,
  type AppendExpectedRevision,
  type EventStoreDBClient,
  type JSONEventType,
} from '@eventstore/db-client';

import type { Random } from '../../faults/random';
import { Broken } from '../broken';
import type { Order } from './order';

type Written = JSONEventType<'Written', { readonly n: number; readonly filler: string }>;

/** An append as it was asked for, and asked for again after a kill. */
export interface Append {
  readonly stream: string;
  readonly expected: AppendExpectedRevision;
  readonly events: readonly ReturnType<typeof jsonEvent<Written>>[];
  /** What it was acknowledged with; absent while nobody knows. */
  acknowledged?: { readonly revision: bigint; readonly position: bigint };
}

/** One of the writers: it alone appends to its streams, and so knows what to expect of them. */
export interface WriterState {
  readonly name: string;
  streams: number;
  /** Revision its newest stream stands at; -1 before the first append. */
  last: bigint;
}

/** Events that several writers append to without an expectation. */
const sharedStreams = 8;

/** What a writer appends next: 1 to 8 events, small ones and some of tens of kilobytes. */
export function drawAppend(random: Random, writer: WriterState): Append {
  const count = random.between(1, 8);
  const events = Array.from({ length: count }, (_, n) => {
    const size = random.chance(0.02) ? 30_000 : random.below(600);
    return jsonEvent<Written>({
      id: random.uuid(),
      type: 'Written',
      data: { n, filler: 'x'.repeat(size) },
    });
  });
  const kind = random.weighted({ exact: 4, any: 2, exists: 1, created: 1, shared: 2 });
  if (kind === 'shared') {
    return { stream: `shared-${random.below(sharedStreams)}`, expected: ANY, events };
  }
  if (kind === 'created' && writer.last >= 0n) {
    writer.streams += 1;
    writer.last = -1n;
  }
  const stream = `${writer.name}-${writer.streams}`;
  if (writer.last < 0n) return { stream, expected: kind === 'any' ? ANY : NO_STREAM, events };
  const expected: Record<typeof kind, AppendExpectedRevision> = {
    exact: writer.last,
    created: writer.last,
    any: ANY,
    exists: STREAM_EXISTS,
  };
  return { stream, expected: expected[kind], events };
}

/** Appends, and remembers what was acknowledged. Throws Broken when that cannot be right. */
export async function perform(
  client: EventStoreDBClient,
  append: Append,
  writer: WriterState,
): Promise<void> {
  const { stream, expected, events } = append;
  const result = await client.appendToStream(stream, [...events], { expectedRevision: expected });
  const revision = result.nextExpectedRevision;
  if (result.position === undefined) throw new Broken(`No position came back from ${stream}`);
  const acknowledged = { revision, position: result.position.commit };
  const before = append.acknowledged;
  if (
    before !== undefined &&
    (before.revision !== revision || before.position !== acknowledged.position)
  ) {
    throw new Broken(
      `an append to ${stream} repeated is at revision ${revision}, it was at ${before.revision}`,
    );
  }
  append.acknowledged = acknowledged;
  if (before !== undefined || !stream.startsWith(`${writer.name}-`)) return;
  writer.last += BigInt(events.length);
  if (revision !== writer.last) {
    throw new Broken(`an append to ${stream} was put at ${revision}, not at ${writer.last}`);
  }
}

/**
 * Whether the log has the append: whole, once, its events one after the other and in their order,
 * where it was acknowledged. Throws Broken otherwise; an append nobody acknowledged may be missing.
 */
export function isThere(order: Order, { stream, events, acknowledged }: Append): boolean {
  const places = events.map(({ id }) => order.placeOf(id));
  const [first] = places;
  if (places.every((place) => place === undefined)) {
    if (acknowledged === undefined) return false;
    throw new Broken(
      `an acknowledged append to ${stream} at ${acknowledged.revision} is not there`,
    );
  }
  const isWhole = places.every((place, n) => first !== undefined && place === first + n);
  if (!isWhole)
    throw new Broken(`an append to ${stream} is torn: ${places.map(String).join(', ')}`);
  const last = order.at(Number(places.at(-1)));
  const isElsewhere =
    acknowledged !== undefined &&
    (last.revision !== acknowledged.revision || last.position !== acknowledged.position);
  if (last.stream !== stream || isElsewhere) {
    throw new Broken(`an append to ${stream} is at ${last.stream}@${last.revision}`);
  }
  return true;
}
