import type { DecimalText } from '../values';
import { compareFractions, dividedBy, fractionOf, times } from '../values/fraction';
import type { PlanTrafficLight } from './policy';

/** `none` (black or grey in print): nothing was reported, or no target is known. */
export type TrafficLight = 'green' | 'yellow' | 'red' | 'none';

/** 1 where the target is nothing at all: that is always reached. */
function shareOfTarget(target: DecimalText, reached: DecimalText) {
  const goal = fractionOf(target);
  return goal.numerator === 0n ? fractionOf('1') : dividedBy(fractionOf(reached), goal);
}

/**
 * The colour of what was reached at a checkpoint by the share of its target, compared exactly: 74.99
 * percent does not round up to yellow. Both in percent of the item, null where unknown.
 */
export function trafficLight(
  { greenFrom, yellowFrom }: PlanTrafficLight,
  target: DecimalText | null,
  reached: DecimalText | null,
): TrafficLight {
  if (target === null || reached === null) return 'none';
  const percent = times(shareOfTarget(target, reached), fractionOf('100'));
  if (compareFractions(percent, fractionOf(greenFrom)) >= 0) return 'green';
  return compareFractions(percent, fractionOf(yellowFrom)) >= 0 ? 'yellow' : 'red';
}
