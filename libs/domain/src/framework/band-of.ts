import type { DecimalText } from '../values';
import { compareDecimals } from '../values/decimal';
import type { ColourBand } from './events';

/**
 * The band a value lies in, an edge belonging to the upper one (Jejak's own decision, see
 * `bandsMustCoverScale`); the topmost includes the maximum. Null without bands or without a value,
 * and for a value off the scale.
 */
export function bandOf(
  bands: readonly ColourBand[] | null,
  value: DecimalText | null,
): string | null {
  if (bands === null || value === null) return null;
  const reached = bands.filter(
    ({ from, to }) => compareDecimals(from, value) <= 0 && compareDecimals(value, to) <= 0,
  );
  const [highest] = reached.toSorted((a, b) => compareDecimals(b.from, a.from));
  return highest?.id ?? null;
}
