import type { DecimalText } from '../values';

/** A checkpoint falls on the last day of a month, counted from the January a plan begins with. */
export interface CheckpointMonth {
  /** As plans call it: `b03`, `b15`. */
  readonly id: string;
  /** 1 is January of the first year, 13 that of the second. */
  readonly month: number;
}

/**
 * At which months plans are judged, per kind of plan: B03, B06, B09, B12 in a plan of one year; B12,
 * B15, B18, B24 and the like in one of two.
 */
export interface PlanCheckpoints {
  readonly sets: readonly {
    readonly id: string;
    readonly checkpoints: readonly CheckpointMonth[];
  }[];
}

/**
 * Where the colours of a plan's items change, as shares of the target in percent, each included:
 * green from `greenFrom`, yellow from `yellowFrom`, red below.
 */
export interface PlanTrafficLight {
  readonly greenFrom: DecimalText;
  readonly yellowFrom: DecimalText;
}
