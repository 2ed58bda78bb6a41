import { setTimeout as sleep } from 'node:timers/promises';

import { BACKWARDS, FORWARDS, START, type EventStoreDBClient } from '@eventstore/db-client';

import type { Random } from '../../faults/random';
import { Broken } from '../broken';
import type { Order } from './order';
import { metIn, readPage } from './reading';

/** Where a subscriber stands: as many events of the log as it was given. It outlives every kill. */
export interface Subscriber {
  given: number;
}

/** Follows `$all` from where it stood before, until the node is killed. Throws Broken. */
export async function follow(
  client: EventStoreDBClient,
  order: Order,
  subscriber: Subscriber,
  isOver: () => boolean,
): Promise<void> {
  const { given } = subscriber;
  const last = given === 0 ? undefined : order.at(given - 1).position;
  const fromPosition = last === undefined ? START : { commit: last, prepare: last };
  try {
    for await (const resolved of client.subscribeToAll({ fromPosition })) {
      order.meet('the subscriber', subscriber.given, metIn(resolved));
      subscriber.given += 1;
    }
  } catch (error) {
    if (error instanceof Broken || !isOver()) throw error;
  }
}

/** Reads pages of `$all` here and there, both ways, until told; says after each how much it was. */
export async function browse(
  client: EventStoreDBClient,
  order: Order,
  random: Random,
  isOver: () => boolean,
  onPage: (events: number) => void,
): Promise<void> {
  while (!isOver()) {
    await sleep(random.between(1, 20));
    if (order.length() === 0) continue;
    // Mostly near the end, where commits are being made.
    const back = random.chance(0.7) ? Math.min(order.length(), 100) : order.length();
    const from = order.length() - 1 - random.below(back);
    try {
      onPage(await readPage(client, order, from, random.pick([FORWARDS, BACKWARDS])));
    } catch (error) {
      if (error instanceof Broken || !isOver()) throw error;
    }
  }
}
