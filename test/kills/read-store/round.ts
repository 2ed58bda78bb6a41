import { setTimeout as sleep } from 'node:timers/promises';

import { verifyReadStore } from '@jejak/embedded-read-store';
import type { Db, MongoClient } from 'mongodb';

import { randomOf, type Random } from '../../faults/random';
import { Broken } from '../broken';
import { type Node, type Starter } from '../starter';
import { drawsOf, settleWithin, startedAgain, untilKilled, type KillCounts } from '../until-killed';
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

export interface Counts extends KillCounts {
  /** Compared with what they have to be. */
  documents: number;
  /** Index entries verified. */
  entries: number;
}

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
  life.node = await startedAgain(life, random, counts);
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
  await untilKilled(node, random, longest, ({ isOver, answered, gone }) => {
    const write = async (writer: Writer, index: number): Promise<void> => {
      const drawn = drawsOf(seed, round, writers.length, index);
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
    return Promise.all(writers.map(write));
  });
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
