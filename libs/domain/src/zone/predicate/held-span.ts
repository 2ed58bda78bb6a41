import { addDays } from '../../calendar/working-days';
import type { CalendarDate } from '../../values';

/** Days over which a predicate is held without a gap, the first and the last one included. */
export interface HeldSpan {
  readonly from: CalendarDate;
  /** Null where no decision states a last day. */
  readonly until: CalendarDate | null;
}

/**
 * The spans of a predicate after a decision to retain it. One that is decided while it is held, or on
 * the day after, carries it on to the last day of the new decision: validity is what the decision
 * states (dosen.profillengkap.com, an encyclopedia mirror on WBK and WBBM). One that is decided when
 * its validity had ended holds again from the day of the decision, and the days in between stay days
 * on which nothing was held. No source says that a predicate that has lapsed can be retained at all
 * and need not be granted anew: Jejak's own rule, unconfirmed.
 */
export function retainedFrom(
  spans: readonly HeldSpan[],
  { from, until }: HeldSpan,
): readonly HeldSpan[] {
  const last = spans.at(-1);
  const isCarriedOn = last && (last.until === null || from <= addDays(last.until, 1));
  return isCarriedOn
    ? [...spans.slice(0, -1), { from: last.from, until }]
    : [...spans, { from, until }];
}

/** Whether a predicate that is held over these spans is held on a day. */
export const isHeldOver = (spans: readonly HeldSpan[], day: CalendarDate): boolean =>
  spans.some(({ from, until }) => from <= day && (until === null || day <= until));
