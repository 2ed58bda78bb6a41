import { median, type Usage } from '../measure';
import type { Round } from '../row';

/** CPU per operation in microseconds, and operations per second. */
export interface Cost {
  readonly cpuMicroseconds: number;
  readonly perSecond: number;
}

/** The node at work for the official client, beside what of it cannot be avoided. */
export interface EventStoreRow {
  readonly key: string;
  readonly name: string;
  readonly perSecond: number;
  /** CPU per operation in microseconds, each process's own. */
  readonly node: number;
  readonly client: number;
  /** CPU of the node over that of the client: median of the rounds. */
  readonly ofClient: number;
  /** Processors kept busy. */
  readonly nodeBusy: number;
  readonly clientBusy: number;
  /** The transport alone, as a server. */
  readonly echo: Cost;
  /** The storage alone. */
  readonly lmdb: Cost;
  /** CPU of the node over that of both floors together: median of the rounds. */
  readonly ofFloors: number;
}

/** One round of one row. */
export interface RowRound {
  /** The client's, with the node beside it. */
  readonly store: Round;
  /** The asking side's, with the answering one beside it. */
  readonly echo: Round;
  readonly lmdb: Usage;
  /** Operations of the row for each of the echo's. */
  readonly echoScale: number;
}

/** The name under which the process that answers is watched. */
export const answering = 'node';

const answeringCpu = ({ usage, others }: Round): number =>
  (others[answering] ?? NaN) / usage.operations;
const ownCpu = ({ cpuMicroseconds, operations }: Usage): number => cpuMicroseconds / operations;
const rate = ({ operations, seconds }: Usage): number => operations / seconds;

export function rowOf(key: string, name: string, rounds: readonly RowRound[]): EventStoreRow {
  const middle = (value: (round: RowRound) => number): number => median(rounds.map(value));
  const echoCpu = ({ echo, echoScale }: RowRound): number => answeringCpu(echo) / echoScale;
  const lmdbCpu = ({ lmdb }: RowRound): number => ownCpu(lmdb);
  return {
    key,
    name,
    perSecond: middle(({ store }) => rate(store.usage)),
    node: middle(({ store }) => answeringCpu(store)),
    client: middle(({ store }) => ownCpu(store.usage)),
    ofClient: middle(({ store }) => answeringCpu(store) / ownCpu(store.usage)),
    nodeBusy: middle(({ store }) => (store.others[answering] ?? NaN) / 1e6 / store.usage.seconds),
    clientBusy: middle(({ store }) => store.usage.cpuMicroseconds / 1e6 / store.usage.seconds),
    echo: {
      cpuMicroseconds: middle(echoCpu),
      perSecond: middle(({ echo, echoScale }) => rate(echo.usage) * echoScale),
    },
    lmdb: {
      cpuMicroseconds: middle(lmdbCpu),
      perSecond: middle(({ lmdb }) => rate(lmdb)),
    },
    ofFloors: middle((round) => answeringCpu(round.store) / (echoCpu(round) + lmdbCpu(round))),
  };
}
