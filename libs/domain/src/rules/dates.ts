import type { Refusal } from '../decider';
import type { ContextWith } from '../refusal-codes';
import type { CalendarDate } from '../values';
import { compareDates, isCalendarDate, latestIndonesianDay } from '../values/calendar-date';
import { refusal } from './refusal';

/** Null, where the type allows it, is a day no source gives. */
export const mustBeDate = (
  context: ContextWith<'invalid-date'>,
  field: string,
  date: CalendarDate | null,
): Refusal | null =>
  date === null || isCalendarDate(date)
    ? null
    : refusal(
        `${context}.invalid-date`,
        `${field} "${date}" is not a day of the calendar`,
        'Write an existing day as YYYY-MM-DD.',
        field,
      );

/** Such a day (see `mustHaveHappened`) that does not lie before that of the step it follows. */
export const mustHaveFollowed = (
  context: ContextWith<'invalid-date'> & ContextWith<'future-date'> & ContextWith<'out-of-order'>,
  field: string,
  date: CalendarDate,
  earlier: CalendarDate,
  at: string,
): Refusal | null =>
  mustHaveHappened(context, field, date, at) ??
  (compareDates(date, earlier) >= 0
    ? null
    : refusal(
        `${context}.out-of-order`,
        `${field} ${date} lies before ${earlier}, the day of the step before`,
        `Give a day from ${earlier} on.`,
        field,
      ));

/** A day that exists and has begun somewhere in Indonesia: facts are recorded, not foretold. */
export function mustHaveHappened(
  context: ContextWith<'invalid-date'> & ContextWith<'future-date'>,
  field: string,
  date: CalendarDate | null,
  at: string,
): Refusal | null {
  const invalid = mustBeDate(context, field, date);
  if (invalid || date === null) return invalid;
  const today = latestIndonesianDay(at);
  if (compareDates(date, today) <= 0) return null;
  return refusal(
    `${context}.future-date`,
    `${field} ${date} lies after ${today}, the latest day begun in Indonesia`,
    'Record it when it has happened, or correct the date.',
    field,
  );
}
