import { resolve } from 'node:path';

export interface ReadStoreScale {
  readonly rounds: number;
  /** Bulks of 500 in one round. */
  readonly bulks: number;
  /** Documents that are there before: of those that are asked for, and of those that change. */
  readonly documents: number;
  /** Single reads of one round; of fifty documents it is a quarter. */
  readonly reads: number;
  /** Documents of the large collection. */
  readonly many: number;
  /** Seconds of pings, with a scan and without. */
  readonly waitSeconds: number;
  /** Directory for CPU profiles of the node. */
  readonly profile: string | null;
}

interface Asked {
  readonly quick: boolean;
  readonly rounds: number | undefined;
  readonly profile: string | null;
}

export function readStoreScaleOf({ quick, rounds, profile }: Asked): ReadStoreScale {
  const scale = quick
    ? { bulks: 10, reads: 1_000, many: 200_000, waitSeconds: 4 }
    : { bulks: 40, reads: 4_000, many: 1_000_000, waitSeconds: 15 };
  return {
    ...scale,
    documents: 100_000,
    rounds: rounds ?? (quick ? 3 : 7),
    profile: profile === null ? null : resolve(profile),
  };
}

/** Node's arguments for the node's process. */
export const nodeArguments = ({ profile }: ReadStoreScale): string[] => [
  '--expose-gc',
  ...(profile === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]),
];
