import { resolve } from 'node:path';

export interface EventStoreScale {
  readonly rounds: number;
  /** Events of one round of appends, with one call in flight. With more it is four times that. */
  readonly singleAppends: number;
  /** Events of one round of reading them all. */
  readonly readEvents: number;
  /** The long log: so many streams of ten events each. */
  readonly streams: number;
  /** Reads of one round of short streams; of long ones it is a hundredth. */
  readonly streamReads: number;
  readonly liveSeconds: number;
  /** Directory for CPU profiles of the node. */
  readonly profile: string | null;
}

interface Asked {
  readonly quick: boolean;
  readonly rounds: number | undefined;
  readonly profile: string | null;
}

export const eventsOfStream = 10;

export function eventStoreScaleOf({ quick, rounds, profile }: Asked): EventStoreScale {
  const scale = quick
    ? { singleAppends: 300, readEvents: 20_000, streams: 10_000, streamReads: 1_000 }
    : { singleAppends: 1_500, readEvents: 100_000, streams: 100_000, streamReads: 4_000 };
  return {
    ...scale,
    rounds: rounds ?? (quick ? 2 : 5),
    liveSeconds: quick ? 5 : 20,
    profile: profile === null ? null : resolve(profile),
  };
}

/** Node's arguments for the node's process. */
export const nodeArguments = ({ profile }: EventStoreScale): string[] => [
  '--expose-gc',
  ...(profile === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]),
];
