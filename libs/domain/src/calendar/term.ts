import type { CalendarDate } from '../values';
import { addDays, addMonths, addWorkingDays, type WorkingDayCalendar } from './working-days';

/** How long somebody has, as policy data: 30 working days, 60 days, 3 months. */
export interface Term {
  /** From 0. */
  readonly count: number;
  readonly unit: 'working-days' | 'days' | 'months';
}

/**
 * The last day on which a term that begins on `from` is kept; `from` itself is not counted. Null for
 * working days without a calendar, or through a year that the calendar does not cover.
 */
export function lastDayOf(
  { count, unit }: Term,
  from: CalendarDate,
  calendar: WorkingDayCalendar | null,
): CalendarDate | null {
  switch (unit) {
    case 'days':
      return addDays(from, count);
    case 'months':
      return addMonths(from, count);
    case 'working-days':
      return calendar && addWorkingDays(calendar, from, count);
  }
}
