import type { CalendarDate, Source } from '../values';

/** A public holiday (libur nasional) or a day of joint leave (cuti bersama). */
export interface Holiday {
  readonly day: CalendarDate;
  readonly name: string;
  readonly kind: 'national-holiday' | 'joint-leave';
}

export interface CalendarYear {
  readonly year: number;
  /** Ascending by day. */
  readonly holidays: readonly Holiday[];
  /** The joint decree (SKB) of three ministers that fixes the year, and where it was read. */
  readonly source: Source;
}

/** Which days offices work on, as policy data: years nobody decreed yet are not in it. */
export interface WorkingDayCalendar {
  /** Days of the week without work, 1 (Monday) to 7 (Sunday). */
  readonly weekend: readonly number[];
  /** Whether days of joint leave count as working days. */
  readonly jointLeaveIsWork: boolean;
  /** Ascending, each year once. */
  readonly years: readonly CalendarYear[];
}

const millisecondsPerDay = 86_400_000;

/** The day `count` days after (before, when negative). Throws RangeError when `day` is none. */
export const addDays = (day: CalendarDate, count: number): CalendarDate =>
  new Date(Date.parse(day) + count * millisecondsPerDay).toISOString().slice(0, 10);

/** The same day `count` months later, or the last day of that month where it is shorter. */
export function addMonths(day: CalendarDate, count: number): CalendarDate {
  const [year, month, ofMonth] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + count, 0));
  last.setUTCDate(Math.min(ofMonth, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  (Date.parse(to) - Date.parse(from)) / millisecondsPerDay;

/** 1 (Monday) to 7 (Sunday). */
export const weekday = (day: CalendarDate): number => new Date(day).getUTCDay() || 7;

/** Null where the calendar does not cover the day's year. */
export function isWorkingDay(calendar: WorkingDayCalendar, day: CalendarDate): boolean | null {
  const year = calendar.years.find((one) => one.year === Number(day.slice(0, 4)));
  if (year === undefined) return null;
  if (calendar.weekend.includes(weekday(day))) return false;
  const holiday = year.holidays.find((one) => one.day === day);
  if (holiday === undefined) return true;
  return holiday.kind === 'joint-leave' && calendar.jointLeaveIsWork;
}

/**
 * The day on which `count` working days have passed since `from`, which is not counted itself: a
 * term of one working day that begins on a Friday ends on Monday. Null when the way there leads
 * through a year the calendar does not cover: a term is never guessed. `count` is at least 0.
 */
export function addWorkingDays(
  calendar: WorkingDayCalendar,
  from: CalendarDate,
  count: number,
): CalendarDate | null {
  let day = from;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    const works = isWorkingDay(calendar, day);
    if (works === null) return null;
    if (works) left -= 1;
  }
  return day;
}

/**
 * Working days after `from` up to and including `to`: 0 for the same day, negative when `to` is
 * earlier. Null where the calendar does not cover a year in between.
 */
export function workingDaysBetween(
  calendar: WorkingDayCalendar,
  from: CalendarDate,
  to: CalendarDate,
): number | null {
  if (to < from) {
    const back = workingDaysBetween(calendar, to, from);
    return back === null ? null : 0 - back;
  }
  let count = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    const works = isWorkingDay(calendar, day);
    if (works === null) return null;
    if (works) count += 1;
  }
  return count;
}
