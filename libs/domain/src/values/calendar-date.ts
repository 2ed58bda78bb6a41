import type { CalendarDate } from '../values';

const shape = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the text names a day that exists, as `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  if (!shape.test(text)) return false;
  const instant = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** Negative, zero or positive as `a` is before, the same day as or after `b`. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Eastern Indonesia Time (WIT) is UTC+9, the easternmost of the three zones, without summer time. */
const easternIndonesia = 9 * 60 * 60 * 1000;

/**
 * The latest day that has begun anywhere in Indonesia at the instant `at` (ISO 8601). A fact dated
 * after it speaks of the future. Papua is nine hours ahead of UTC, so Jakarta's day is never later.
 * Throws RangeError when `at` is not an instant.
 */
export function latestIndonesianDay(at: string): CalendarDate {
  return new Date(Date.parse(at) + easternIndonesia).toISOString().slice(0, 10);
}
