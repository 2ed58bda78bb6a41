import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { Broken } from './broken';

export interface Orders {
  readonly rounds: number;
  /** Number of the first round. */
  readonly from: number;
  /** Where the data directories are made; they go with their lives. */
  readonly directory: string;
}

/** What is done to one kind of store. */
export interface Game {
  /** A node on an empty directory. */
  begin(directory: string): Promise<Life>;
  /** Ends what is kept ready for the next life. */
  stop(): Promise<void>;
  /** What was counted, a line each; `isClean` when nothing failed. */
  report(isClean: boolean): readonly string[];
}

/** One directory, and what goes on from round to round on it. */
export interface Life {
  /** Kills once or twice, and compares. Throws Broken. */
  play(round: number): Promise<void>;
  /** Compares all of it once more, and stops. Throws Broken. */
  end(): Promise<void>;
  /** Stops, however it stands. */
  abandon(): Promise<void>;
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
  readonly failure: Failure | null;
}

/** After so many rounds everything is read and verified, and an empty directory taken. */
export const roundsOfLife = 20;
/** In milliseconds; a busy machine takes its time. */
const roundLimit = 120_000;

/** Plays the rounds one after the other, up to the first that fails. */
export async function runCampaign(
  orders: Orders,
  game: Game,
  onRound: (done: number) => void = () => undefined,
): Promise<Campaign> {
  const started = performance.now();
  const end = orders.from + orders.rounds;
  let done = 0;
  let failure: Failure | null = null;
  for (let began = orders.from; began < end && failure === null; began += roundsOfLife) {
    const directory = await mkdtemp(join(orders.directory, 'life-'));
    const life = await game.begin(directory);
    let round = began;
    try {
      for (; round < Math.min(began + roundsOfLife, end); round += 1) {
        await Promise.race([life.play(round), tooLong()]);
        done += 1;
        onRound(done);
      }
      await life.end();
    } catch (error) {
      const wrong = error instanceof Broken ? error.message : reasonOf(error);
      failure = { round, lifeBegan: began, wrong };
    } finally {
      await life.abandon();
      await rm(directory, { recursive: true, force: true });
    }
  }
  await game.stop();
  return { rounds: done, milliseconds: performance.now() - started, failure };
}

/** Rejects when no round that is well would still be going on. */
async function tooLong(): Promise<never> {
  await sleep(roundLimit, undefined, { ref: false });
  throw new Broken(`the round is not over in ${roundLimit} ms`);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
