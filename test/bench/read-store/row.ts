import { median, type Usage } from '../measure';
import type { Round } from '../row';

/** The node at work for the official driver, beside the driver with a server that does nothing. */
export interface ReadStoreRow {
  readonly key: string;
  readonly name: string;
  readonly perSecond: number;
  /** CPU per operation in microseconds, each process's own. */
  readonly node: number;
  readonly client: number;
  /** Processors kept busy. */
  readonly nodeBusy: number;
  readonly clientBusy: number;
  readonly floor: {
    readonly perSecond: number;
    /** CPU per operation in microseconds, of the driver and of the server. */
    readonly client: number;
    readonly node: number;
  };
  /** Rate over the floor's: median of paired rounds, and the extremes. */
  readonly ofFloor: { readonly median: number; readonly least: number; readonly most: number };
  /** Lowest that is wanted of it; null where nothing is. */
  readonly wanted: number | null;
}

/** One round: the client's, with the node beside it, and the same of the floor. */
export interface RowRound {
  readonly store: Round;
  readonly floor: Round;
}

/** The name under which the process that answers is watched. */
export const answering = 'node';

const answeringCpu = ({ usage, others }: Round): number =>
  (others[answering] ?? NaN) / usage.operations;
const ownCpu = ({ usage }: Round): number => usage.cpuMicroseconds / usage.operations;
const rateOf = ({ usage }: Round): number => usage.operations / usage.seconds;
const busyOf = (cpuMicroseconds: number, { seconds }: Usage): number =>
  cpuMicroseconds / 1e6 / seconds;

interface Named {
  readonly key: string;
  readonly name: string;
  readonly ofFloor: number | null;
}

export function rowOf({ key, name, ofFloor }: Named, rounds: readonly RowRound[]): ReadStoreRow {
  const middle = (value: (round: RowRound) => number): number => median(rounds.map(value));
  const ratios = rounds.map(({ store, floor }) => rateOf(store) / rateOf(floor));
  return {
    key,
    name,
    perSecond: middle(({ store }) => rateOf(store)),
    node: middle(({ store }) => answeringCpu(store)),
    client: middle(({ store }) => ownCpu(store)),
    nodeBusy: middle(({ store }) => busyOf(store.others[answering] ?? NaN, store.usage)),
    clientBusy: middle(({ store }) => busyOf(store.usage.cpuMicroseconds, store.usage)),
    floor: {
      perSecond: middle(({ floor }) => rateOf(floor)),
      client: middle(({ floor }) => ownCpu(floor)),
      node: middle(({ floor }) => answeringCpu(floor)),
    },
    ofFloor: { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) },
    wanted: ofFloor,
  };
}
