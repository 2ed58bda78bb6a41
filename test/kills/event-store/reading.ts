import {
  FORWARDS,
  START,
  type Direction,
  type EventStoreDBClient,
  type ResolvedEvent,
} from '@eventstore/db-client';

import { Broken } from '../broken';
import { told, type Met, type Order } from './order';

export function metIn({ event }: ResolvedEvent): Met {
  if (event === undefined) throw new Broken('A link without an event');
  const { id, streamId: stream, revision, position } = event;
  if (position === undefined) throw new Broken(`Event ${id} has no position`);
  return { id, stream, revision, position: position.commit };
}

const positionOf = ({ position }: Met) => ({ commit: position, prepare: position });

/** Reads `$all` from a place in the log to its end: everything known must be there, as it was. */
export async function catchUp(
  client: EventStoreDBClient,
  order: Order,
  from: number,
  who: string,
): Promise<void> {
  const fromPosition = from < order.length() ? positionOf(order.at(from)) : START;
  let place = fromPosition === START ? 0 : from;
  for await (const resolved of client.readAll({ fromPosition })) {
    order.meet(who, place, metIn(resolved));
    place += 1;
  }
  if (place < order.length()) {
    throw new Broken(
      `${order.length() - place} events were read and are gone, the first ${told(order.at(place))}`,
    );
  }
}

/** A page of `$all` from a known place on, in either direction. */
export async function readPage(
  client: EventStoreDBClient,
  order: Order,
  from: number,
  direction: Direction,
): Promise<number> {
  const fromPosition = positionOf(order.at(from));
  const isForwards = direction === FORWARDS;
  // Backwards from a position are the events before it.
  let place = isForwards ? from : from - 1;
  let read = 0;
  for await (const resolved of client.readAll({ fromPosition, direction, maxCount: 200 })) {
    order.meet(`a reader ${direction}`, place, metIn(resolved));
    place += isForwards ? 1 : -1;
    read += 1;
  }
  return read;
}

/** A stream read must give what `$all` gave of it, neither more nor less. */
export async function compareStream(
  client: EventStoreDBClient,
  order: Order,
  stream: string,
): Promise<void> {
  const known = order.ofStream(stream);
  let read = 0;
  for await (const resolved of client.readStream(stream)) {
    const event = metIn(resolved);
    const expected = known[read];
    if (expected?.id !== event.id || expected.position !== event.position) {
      const other = expected === undefined ? 'nothing more' : told(expected);
      throw new Broken(`${stream} gives ${told(event)} where $all gives ${other}`);
    }
    read += 1;
  }
  if (read !== known.length) {
    throw new Broken(`${stream} gives ${read} events, $all gives ${known.length} of it`);
  }
}
