import { median } from '../measure';
import { type Round, type Side, sideOf } from '../row';

/** A side beside the two floors. */
export interface ProjectionSide extends Side {
  /** CPU per event over that of both floors together; median of paired rounds. */
  readonly ofFloorSum: number | null;
  /** Rate over that of the slower floor; median of paired rounds. */
  readonly ofSlowerFloor: number | null;
}

export interface FloorRounds {
  readonly reading: readonly Round[];
  readonly writing: readonly Round[];
}

const cpuOf = ({ usage }: Round): number => usage.cpuMicroseconds / usage.operations;
const rateOf = ({ usage }: Round): number => usage.operations / usage.seconds;

export const floorSide = (name: string, rounds: readonly Round[]): ProjectionSide => ({
  ...sideOf(name, rounds),
  ofFloorSum: null,
  ofSlowerFloor: null,
});

/** A side whose rounds ran beside those of the floors, or fewer of them. */
export function sideBeside(
  name: string,
  rounds: readonly Round[],
  { reading, writing }: FloorRounds,
): ProjectionSide {
  const paired = rounds.flatMap((round, index) => {
    const read = reading[index];
    const write = writing[index];
    return read === undefined || write === undefined ? [] : [{ round, read, write }];
  });
  return {
    ...sideOf(name, rounds),
    ofFloorSum: median(
      paired.map(({ round, read, write }) => cpuOf(round) / (cpuOf(read) + cpuOf(write))),
    ),
    ofSlowerFloor: median(
      paired.map(({ round, read, write }) => rateOf(round) / Math.min(rateOf(read), rateOf(write))),
    ),
  };
}
