import { setTimeout as sleep } from 'node:timers/promises';

import { verifyReadStore } from '@jejak/embedded-read-store';
import type { Db, MongoClient } from 'mongodb';

import { randomOf, type Random } from '../../faults/random';
import { Broken } from '../broken';
import { kill, type Node, type Starter } from '../starter';
import { drawChange, type Change, type Writer } from './change';
import { differenceOf, readState } from './state';

/** What goes on from round to round on one directory. */
export interface Life {
  readonly directory: string;
  readonly writers: readonly Writer[];
  readonly starter: Starter<MongoClient>;
  /** How long a node is at most left to its writers after its first answer, in milliseconds. */
  readonly longest: number;
  node: Node<MongoClient>;
}

export interface Counts {
  kills: number;
  /** Of them while a node was starting. */
  killsAtStart: number;
  acknowledged: number;
  /** Commands under way when the node was killed, by what became of them. */
  unknownWritten: number;
  unknownLost: number;
  /** Compared with what they have to be. */
  documents: number;
  /** Index entries verified. */
  entries: number;
}

const isKilledAtStart = 0.15;
/**
 * The driver leaves a command waiting for ever whose connection was closed while it was written.
 * In milliseconds.
 */
const settleWithin = 500;
/** In milliseconds; starting takes about as long. */
const longestStart = 500;

export const databaseOf = (client: MongoClient | undefined): Db => {
  if (client === undefined) throw new RangeError('A node without clients');
  return client.db('kills');
};

/** Writes until the node is killed, starts it again, and compares. Throws Broken. */
export async function playRound(
  life: Life,
  seed: number,
  round: number,
  counts: Counts,
): Promise<void> {
  const random = randomOf(seed, round);
  const underWay = await writeUntilKilled(life, random, seed, round, counts);
  counts.kills += 1;
  if (random.chance(isKilledAtStart)) {
    await life.starter.killWhileStarting(life.directory, () => sleep(random.below(longestStart)));
    counts.kills += 1;
    counts.killsAtStart += 1;
  }
  life.node = await life.starter.start(life.directory);
  const db = databaseOf(life.node.clients[0]);
  for (const writer of life.writers) await compare(db, writer, underWay.get(writer), counts);
  await verify(life.directory, counts);
}

/** Also from a node that is gone, with commands that wait for it for ever. */
export async function disconnect({ clients }: Node<MongoClient>): Promise<void> {
  const closing = Promise.all(clients.map((client) => client.close()));
  await Promise.race([closing, sleep(settleWithin, undefined, { ref: false })]);
}

const done = Symbol('done');

/** Returns what each writer had asked for last and was not answered. */
async function writeUntilKilled(
  { writers, node, longest }: Life,
  random: Random,
  seed: number,
  round: number,
  counts: Counts,
): Promise<ReadonlyMap<Writer, Change>> {
  const underWay = new Map<Writer, Change>();
  let over = false;
  const isOver = (): boolean => over;
  let answered = (): void => undefined;
  const firstAnswer = new Promise<void>((resolve) => {
    answered = resolve;
  });
  const gone = node.child.ended.then(() => sleep(settleWithin));
  const write = async (writer: Writer, index: number): Promise<void> => {
    const drawn = randomOf(seed, round * writers.length + index + 1_000_003);
    const db = databaseOf(node.clients[index % node.clients.length]);
    while (!isOver()) {
      const change = drawChange(drawn, writer);
      underWay.set(writer, change);
      try {
        if ((await Promise.race([change.perform(db).then(() => done), gone])) !== done) return;
      } catch (error) {
        if (!isOver()) throw error;
        return;
      }
      writer.state = change.after;
      underWay.delete(writer);
      counts.acknowledged += 1;
      answered();
    }
  };
  const killLater = async (): Promise<void> => {
    await Promise.race([firstAnswer, node.child.ended]);
    await sleep(random.below(longest));
    over = true;
    await kill(node);
  };
  await Promise.all([...writers.map(write), killLater()]);
  await disconnect(node);
  return underWay;
}

/** A command that was not answered is there whole or not at all; whatever was answered is there. */
async function compare(
  db: Db,
  writer: Writer,
  change: Change | undefined,
  counts: Counts,
): Promise<void> {
  const found = await readState(db, writer.owner);
  counts.documents += found.entries.size + found.swapped.length;
  const missing = differenceOf(writer.state, found);
  if (change === undefined) {
    if (missing !== null) throw new Broken(`${writer.owner} was acknowledged, and ${missing}`);
    return;
  }
  if (differenceOf(change.after, found) === null) {
    counts.unknownWritten += 1;
    writer.state = change.after;
    return;
  }
  counts.unknownLost += 1;
  if (missing !== null) {
    const half = differenceOf(change.after, found) ?? '';
    throw new Broken(
      `the ${change.name} of ${writer.owner} is there in part: as if it were not, ${missing}; as if it were, ${half}`,
    );
  }
}

export async function verify(directory: string, counts: Counts): Promise<void> {
  const { fault, entries } = await verifyReadStore({ directory });
  if (fault !== null) throw new Broken(`verifying found: ${fault}`);
  counts.entries += entries;
}
