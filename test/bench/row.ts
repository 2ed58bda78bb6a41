import { median, type Usage } from './measure';

/** One side of a row: medians over the rounds. */
export interface Side {
  readonly name: string;
  readonly perSecond: number;
  readonly cpuMicroseconds: number;
  readonly rssMebibytes: number;
  /** Processors the measured process kept busy; near 1, it is what limits the rate. */
  readonly busy: number;
  /** The same of the processes it works with, by name. */
  readonly others: Readonly<Record<string, number>>;
  readonly latency?: { readonly p50: number; readonly p99: number };
  readonly errors?: number;
}

/** Jejak beside the work it cannot avoid. */
export interface Row {
  readonly name: string;
  readonly what: string;
  readonly floor: Side;
  readonly jejak: Side;
  /** CPU of Jejak over CPU of the floor: the median of the rounds, and the extremes. */
  readonly ratio: { readonly median: number; readonly least: number; readonly most: number };
  /** Highest ratio that is wanted; null where there is only a contrast to show. */
  readonly wanted: number | null;
  readonly dataset: string;
  readonly rounds: number;
  /** What was counted in the log afterwards, in a sentence. */
  readonly checked: string;
}

export interface Round {
  readonly usage: Usage;
  /** CPU microseconds the others used in the same time. */
  readonly others: Readonly<Record<string, number>>;
}

const perOperation = ({ usage }: Round): number => usage.cpuMicroseconds / usage.operations;

export function sideOf(name: string, rounds: readonly Round[]): Side {
  const middle = (value: (round: Round) => number): number => median(rounds.map(value));
  const busyOf = (name: string) => (round: Round) =>
    (round.others[name] ?? 0) / 1e6 / round.usage.seconds;
  const names = Object.keys(rounds[0]?.others ?? {});
  return {
    name,
    perSecond: middle(({ usage }) => usage.operations / usage.seconds),
    cpuMicroseconds: middle(perOperation),
    rssMebibytes: middle(({ usage }) => usage.rssBytes / 2 ** 20),
    busy: middle(({ usage }) => usage.cpuMicroseconds / 1e6 / usage.seconds),
    others: Object.fromEntries(names.map((other) => [other, middle(busyOf(other))])),
  };
}

/** Each round of one side against the round of the other that ran beside it. */
export function ratioOf(jejak: readonly Round[], floor: readonly Round[]): Row['ratio'] {
  const ratios = jejak.map((round, index) => {
    const beside = floor[index];
    return beside === undefined ? NaN : perOperation(round) / perOperation(beside);
  });
  return { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) };
}
