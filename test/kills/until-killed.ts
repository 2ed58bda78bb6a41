import { setTimeout as sleep } from 'node:timers/promises';

import { randomOf, type Random } from '../faults/random';
import { kill, type Node, type Starter } from './starter';

/** How the node of a round fares, for those who work on it. */
export interface Fate {
  /** From the kill on, whatever fails does so rightly. */
  readonly isOver: () => boolean;
  /** Says that the node has answered: from then on it may be killed. */
  readonly answered: () => void;
  /**
   * Resolves a while after the node is gone. The clients leave a request waiting for ever that was
   * written into a connection just closed: race with this.
   */
  readonly gone: Promise<void>;
}

/** What both games count. */
export interface KillCounts {
  kills: number;
  /** Of them while a node was starting. */
  killsAtStart: number;
  acknowledged: number;
  /** Under way when the node was killed, by what became of it. */
  unknownWritten: number;
  unknownLost: number;
}

export const noKills = (): KillCounts => ({
  kills: 0,
  killsAtStart: 0,
  acknowledged: 0,
  unknownWritten: 0,
  unknownLost: 0,
});

/** What the restart of a node needs to know. */
interface Restarted<Client> {
  readonly directory: string;
  readonly starter: Starter<Client>;
}

const isKilledAtStart = 0.15;
/** In milliseconds; starting takes about as long. */
const longestStart = 500;
/** In milliseconds. */
export const settleWithin = 500;

/** Kills the node at most `longest` milliseconds after its first answer; ends when the work has. */
export async function untilKilled<Client>(
  node: Node<Client>,
  random: Random,
  longest: number,
  work: (fate: Fate) => Promise<unknown>,
): Promise<void> {
  let over = false;
  let answered = (): void => undefined;
  const firstAnswer = new Promise<void>((resolve) => {
    answered = resolve;
  });
  const gone = node.child.ended.then(() => sleep(settleWithin));
  const working = work({
    isOver: () => over,
    answered: () => {
      answered();
    },
    gone,
  });
  const killLater = async (): Promise<void> => {
    await Promise.race([firstAnswer, node.child.ended]);
    await sleep(random.below(longest));
    over = true;
    await kill(node);
  };
  await Promise.all([working, killLater()]);
}

/** The node after a kill; every now and then the first start is killed too. */
export async function startedAgain<Client>(
  { directory, starter }: Restarted<Client>,
  random: Random,
  counts: KillCounts,
): Promise<Node<Client>> {
  counts.kills += 1;
  if (random.chance(isKilledAtStart)) {
    await starter.killWhileStarting(directory, () => sleep(random.below(longestStart)));
    counts.kills += 1;
    counts.killsAtStart += 1;
  }
  return starter.start(directory);
}

/** What one writer draws in a round: the same again for the same seed. */
export const drawsOf = (seed: number, round: number, writers: number, index: number): Random =>
  randomOf(seed, round * writers + index + 1_000_003);
