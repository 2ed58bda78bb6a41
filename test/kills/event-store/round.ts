import type { EventStoreDBClient } from '@eventstore/db-client';

import { randomOf, type Random } from '../../faults/random';
import { Broken } from '../broken';
import { type Node, type Starter } from '../starter';
import { drawsOf, startedAgain, untilKilled, type KillCounts } from '../until-killed';
import { drawAppend, isThere, perform, type Append, type WriterState } from './appends';
import { type Order } from './order';
import { catchUp, compareStream } from './reading';
import { browse, follow, type Subscriber } from './watchers';

/** What goes on from round to round on one directory. */
export interface Life {
  readonly directory: string;
  readonly order: Order;
  readonly subscriber: Subscriber;
  readonly writers: readonly WriterState[];
  readonly starter: Starter<EventStoreDBClient>;
  /** How long a node is at most left to its writers after its first answer, in milliseconds. */
  readonly longest: number;
  node: Node<EventStoreDBClient>;
}

export interface Counts extends KillCounts {
  /** In the logs, at the end of their lives. */
  events: number;
  /** Asked for again though acknowledged. */
  repeated: number;
  /** Met by the subscriber and the reader. */
  watched: number;
}

const repeatedAtMost = 20;
const streamsAtOnce = 16;

/**
 * Writes until the node is killed, starts it again, and compares. Throws Broken; anything else it
 * throws is a failure of the harness or of the node to do what it should.
 */
export async function playRound(
  life: Life,
  seed: number,
  round: number,
  counts: Counts,
): Promise<void> {
  const { order, subscriber } = life;
  const random = randomOf(seed, round);
  const before = order.length();
  const given = subscriber.given;
  const appends = await writeUntilKilled(life, random, seed, round, (read) => {
    counts.watched += read;
  });
  counts.watched += subscriber.given - given;
  life.node = await startedAgain(life, random, counts);
  const [client] = life.node.clients;
  if (client === undefined) throw new RangeError('A node without clients');
  await catchUp(client, order, Math.max(0, before - 1), 'the reader after the kill');

  const unknown = appends.filter(({ append }) => append.acknowledged === undefined);
  const known = appends.filter(({ append }) => append.acknowledged !== undefined);
  const written = appends.filter(({ append }) => isThere(order, append));
  counts.acknowledged += known.length;
  counts.unknownWritten += written.length - known.length;
  counts.unknownLost += appends.length - written.length;

  const repeated = Array.from({ length: Math.min(repeatedAtMost, known.length) }, () =>
    random.pick(known),
  );
  counts.repeated += repeated.length;
  const events = order.length();
  const missing = unknown.filter((one) => !written.includes(one));
  await Promise.all(
    [...unknown, ...repeated].map(({ append, writer }) => perform(client, append, writer)),
  );
  await catchUp(client, order, Math.max(0, before - 1), 'the reader after the retries');
  const added = missing.reduce((sum, { append }) => sum + append.events.length, 0);
  if (order.length() !== events + added) {
    throw new Broken(`retries added ${order.length() - events} events and not ${added}`);
  }
  for (const { append } of appends) {
    if (!isThere(order, append))
      throw new Broken(`a retried append to ${append.stream} is missing`);
  }
  await compareStreams(client, order, new Set(appends.map(({ append }) => append.stream)));
}

interface Written {
  readonly append: Append;
  readonly writer: WriterState;
}

async function writeUntilKilled(
  { order, subscriber, writers, node, longest }: Life,
  random: Random,
  seed: number,
  round: number,
  onPage: (events: number) => void,
): Promise<readonly Written[]> {
  const appends: Written[] = [];
  const [watching, reading] = node.clients;
  if (watching === undefined || reading === undefined) throw new RangeError('Too few clients');
  await untilKilled(node, random, longest, ({ isOver, answered, gone }) => {
    const write = async (writer: WriterState, index: number): Promise<void> => {
      const drawn = drawsOf(seed, round, writers.length, index);
      const client = node.clients[index % node.clients.length];
      while (!isOver() && client !== undefined) {
        const append = drawAppend(drawn, writer);
        appends.push({ append, writer });
        try {
          await Promise.race([perform(client, append, writer), gone]);
          answered();
        } catch (error) {
          if (error instanceof Broken || !isOver()) throw error;
        }
      }
    };
    return Promise.all([
      Promise.race([follow(watching, order, subscriber, isOver), gone]),
      Promise.race([browse(reading, order, random, isOver, onPage), gone]),
      ...writers.map(write),
    ]);
  });
  await disconnect(node);
  return appends;
}

export async function disconnect({ clients }: Node<EventStoreDBClient>): Promise<void> {
  await Promise.all(clients.map((client) => client.dispose()));
}

export async function compareStreams(
  client: EventStoreDBClient,
  order: Order,
  streams: ReadonlySet<string>,
): Promise<void> {
  const names = [...streams].filter((stream) => order.ofStream(stream).length > 0);
  for (let first = 0; first < names.length; first += streamsAtOnce) {
    const some = names.slice(first, first + streamsAtOnce);
    await Promise.all(some.map((stream) => compareStream(client, order, stream)));
  }
}
