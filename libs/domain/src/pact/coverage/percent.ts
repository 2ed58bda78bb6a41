import type { DecimalText } from '../../values';
import { dividedBy, fractionOf, roundHalfUp, times } from '../../values/fraction';

/** Signed of staff in percent, rounded half up to two decimals; staff is at least 1. */
export const percentSigned = (signed: number, staff: number): DecimalText =>
  roundHalfUp(
    times(dividedBy(fractionOf(String(signed)), fractionOf(String(staff))), fractionOf('100')),
    2,
  );
