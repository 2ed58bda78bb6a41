import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { verifyEventStore } from '@jejak/embedded-event-store';

import { createStarter, disconnect, type Starter } from './node';
import { Broken, createOrder } from './order';
import { catchUp } from './reading';
import { compareStreams, playRound, type Counts, type Life } from './round';

export interface Orders {
  readonly rounds: number;
  readonly seed: number;
  /** Number of the first round. */
  readonly from: number;
  /** Where the data directories are made; they go with their lives. */
  readonly directory: string;
  /** How long a node is at most left to its writers, in milliseconds. Default 800. */
  readonly longest?: number;
}

export interface Failure {
  readonly round: number;
  /** First round on the directory: what has to be played again from. */
  readonly lifeBegan: number;
  readonly wrong: string;
}

export interface Campaign {
  readonly rounds: number;
  readonly milliseconds: number;
  readonly events: number;
  readonly counts: Counts;
  readonly failure: Failure | null;
}

/** After so many rounds everything is read and verified, and an empty directory taken. */
export const roundsOfLife = 20;
const writers = 64;
/** In milliseconds; a busy machine takes its time. */
const roundLimit = 120_000;

/** Plays the rounds one after the other, up to the first that fails. */
export async function runCampaign(
  orders: Orders,
  onRound: (done: number) => void = () => undefined,
): Promise<Campaign> {
  const started = performance.now();
  const counts = noCounts();
  const starter = createStarter();
  const end = orders.from + orders.rounds;
  let events = 0;
  let done = 0;
  let failure: Failure | null = null;
  for (let began = orders.from; began < end && failure === null; began += roundsOfLife) {
    const life = await beginLife(orders, starter);
    let round = began;
    try {
      for (; round < Math.min(began + roundsOfLife, end); round += 1) {
        await Promise.race([playRound(life, orders.seed, round, counts), tooLong()]);
        done += 1;
        onRound(done);
      }
      events += await endLife(life);
    } catch (error) {
      const wrong = error instanceof Broken ? error.message : reasonOf(error);
      failure = { round, lifeBegan: began, wrong };
    } finally {
      await life.node.child.stop();
      await rm(life.directory, { recursive: true, force: true });
    }
  }
  await starter.stop();
  return { rounds: done, milliseconds: performance.now() - started, events, counts, failure };
}

async function beginLife(orders: Orders, starter: Starter): Promise<Life> {
  const directory = await mkdtemp(join(orders.directory, 'life-'));
  return {
    longest: orders.longest ?? 800,
    directory,
    order: createOrder(),
    subscriber: { given: 0 },
    writers: Array.from({ length: writers }, (_, n) => ({ name: `w${n}`, streams: 0, last: -1n })),
    starter,
    node: await starter.start(directory),
  };
}

/** All of it once more, from the first event on; then what the files say. */
async function endLife({ directory, order, node }: Life): Promise<number> {
  const [client] = node.clients;
  if (client === undefined) throw new RangeError('A node without clients');
  await catchUp(client, order, 0, 'the last reader');
  const events = order.length();
  const streams = new Set(Array.from({ length: events }, (_, place) => order.at(place).stream));
  await compareStreams(client, order, streams);
  await disconnect(node);
  await node.child.stop();
  const verified = await verifyEventStore({ directory });
  if (verified.fault !== null) throw new Broken(`verifying found: ${verified.fault}`);
  if (verified.events !== events) {
    throw new Broken(`verifying found ${verified.events} events of ${events}`);
  }
  return events;
}

/** Rejects when no round that is well would still be going on. */
async function tooLong(): Promise<never> {
  await sleep(roundLimit, undefined, { ref: false });
  throw new Broken(`the round is not over in ${roundLimit} ms`);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function noCounts(): Counts {
  return {
    kills: 0,
    killsAtStart: 0,
    acknowledged: 0,
    unknownWritten: 0,
    unknownLost: 0,
    repeated: 0,
    watched: 0,
  };
}
