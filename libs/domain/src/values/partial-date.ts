import type { CalendarDate } from '../values';
import { isCalendarDate } from './calendar-date';

/** A day, month or year, `2017-10-18`, `2017-10` or `2017`: as exact as the source is, and no more. */
export type PartialDate = string;

const year = /^\d{4}$/;
const month = /^\d{4}-(0[1-9]|1[0-2])$/;

export const isPartialDate = (text: string): boolean =>
  year.test(text) || month.test(text) || isCalendarDate(text);

/** The first day it may mean. */
export function earliestDayOf(date: PartialDate): CalendarDate {
  if (year.test(date)) return `${date}-01-01`;
  return month.test(date) ? `${date}-01` : date;
}

/** The last day it may mean. */
export function latestDayOf(date: PartialDate): CalendarDate {
  if (year.test(date)) return `${date}-12-31`;
  if (!month.test(date)) return date;
  const [years, months] = date.split('-').map(Number);
  return new Date(Date.UTC(years ?? 0, months ?? 0, 0)).toISOString().slice(0, 10);
}
