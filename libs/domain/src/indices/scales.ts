import type { DecimalText } from '../values';
import { compareDecimals, isWithin } from '../values/decimal';

/**
 * A band reaches from its lower edge, included, to that of the next, and the topmost one to the
 * maximum, included. Publishers give 0-72.9 and 73-77.9 and leave 72.95 without a colour; lower
 * edges alone leave no gap.
 */
export interface IndexBand {
  readonly id: string;
  /** As publishers call it: `merah (rentan)`. */
  readonly name: string;
  readonly from: DecimalText;
}

export interface IndexScale {
  readonly kind: string;
  readonly name: string;
  readonly minimum: DecimalText;
  readonly maximum: DecimalText;
  /** Ascending, the first from the minimum; null where the index has none or none were found. */
  readonly bands: readonly IndexBand[] | null;
}

/** Which indices there are and how their values are read, as policy data. */
export interface IndexScales {
  /** Each kind once. */
  readonly scales: readonly IndexScale[];
}

export const scaleOf = ({ scales }: IndexScales, kind: string): IndexScale | null =>
  scales.find((scale) => scale.kind === kind) ?? null;

/** The band a value lies in; null for a scale without bands and for a value outside the scale. */
export function indexBandOf(scale: IndexScale, value: DecimalText): IndexBand | null {
  if (!isWithin(value, scale.minimum, scale.maximum)) return null;
  return scale.bands?.findLast(({ from }) => compareDecimals(from, value) <= 0) ?? null;
}
