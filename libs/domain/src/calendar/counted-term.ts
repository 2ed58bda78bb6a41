import type { CalendarDate } from '../values';
import { lastDayOf, type Term } from './term';
import { addDays, addWorkingDays, type WorkingDayCalendar } from './working-days';

/** A version of the policy `working-days` as a decision takes it along. */
export interface CalendarVersion {
  readonly version: number;
  readonly effectiveFrom: CalendarDate;
  /** Null while it is not retired. */
  readonly lastDay: CalendarDate | null;
  readonly content: WorkingDayCalendar;
}

/** Every version that was approved, in their order: each applies from the same day or a later one. */
export type Calendars = readonly CalendarVersion[];

/** What a last day follows from. */
export interface TermToCount {
  /** Which of the case's terms it is, such as `answer`. */
  readonly term: string;
  /** Not counted itself. */
  readonly from: CalendarDate;
  readonly length: Term;
  /** Day of the fact that set the term: the calendar of that day is asked first. */
  readonly countedOn: CalendarDate;
}

/** A term, and its last day as far as it can be known. */
export interface CountedTerm extends TermToCount {
  /** Null while every calendar ends before the term does. */
  readonly dueOn: CalendarDate | null;
  /** The version that gave the day, or was the last to be asked; null where none was needed or is. */
  readonly calendarVersion: number | null;
  /**
   * For an unknown day: the last day of that version that the term certainly outlives; null where
   * the version does not even cover the term's beginning. Always null for a known one.
   */
  readonly calendarEndsOn: CalendarDate | null;
}

/** The version in force on the day, and those after it: what was decreed since may reach further. */
function calendarsFrom(calendars: Calendars, day: CalendarDate): Calendars {
  const place = calendars.findLastIndex(({ effectiveFrom }) => effectiveFrom <= day);
  return calendars
    .slice(Math.max(place, 0))
    .filter(({ lastDay }) => lastDay === null || lastDay >= day);
}

/** The last covered day before the first uncovered one after `from`; null when that is the next. */
function coveredUntil({ years }: WorkingDayCalendar, from: CalendarDate): CalendarDate | null {
  const covered = new Set(years.map(({ year }) => year));
  const first = Number(addDays(from, 1).slice(0, 4));
  let year = first;
  while (covered.has(year)) year += 1;
  return year === first ? null : `${year - 1}-12-31`;
}

/**
 * Counts a term by the first calendar that reaches its end, from the one in force on the day of the
 * fact on. While later versions only add years, the day that comes out is the same whether the fact
 * or the calendar was recorded first; an amended year is the fact's as it stood on its day.
 */
export function countTerm(
  { term, from, length, countedOn }: TermToCount,
  calendars: Calendars,
): CountedTerm {
  const asked = { term, from, length, countedOn };
  if (length.unit !== 'working-days') {
    const dueOn = lastDayOf(length, from, null);
    return { ...asked, dueOn, calendarVersion: null, calendarEndsOn: null };
  }
  const reaching = calendarsFrom(calendars, countedOn);
  for (const { version, content } of reaching) {
    const dueOn = addWorkingDays(content, from, length.count);
    if (dueOn !== null) return { ...asked, dueOn, calendarVersion: version, calendarEndsOn: null };
  }
  const last = reaching.at(-1);
  return {
    ...asked,
    dueOn: null,
    calendarVersion: last?.version ?? null,
    calendarEndsOn: last === undefined ? null : coveredUntil(last.content, from),
  };
}

/** The end of a term as a case keeps it. */
export type LastDay = Pick<CountedTerm, 'dueOn' | 'calendarEndsOn'>;

/** The end of a term that an event set; one of an older version does not say why it knows none. */
export const lastDayFrom = (
  dueOn: CalendarDate | null,
  counted: readonly CountedTerm[],
  term: string,
): LastDay => ({
  dueOn,
  calendarEndsOn: counted.find((one) => one.term === term)?.calendarEndsOn ?? null,
});

/** Terms after others were counted: one of the same name is replaced. */
export const withTerms = (
  terms: readonly CountedTerm[],
  counted: readonly CountedTerm[],
): readonly CountedTerm[] => [
  ...terms.filter(({ term }) => !counted.some((one) => one.term === term)),
  ...counted,
];

/** Terms of a case that wait for a calendar, after others were set: one of the same name is replaced. */
export const stillOpen = (
  open: readonly CountedTerm[],
  counted: readonly CountedTerm[],
): readonly CountedTerm[] => withTerms(open, counted).filter(({ dueOn }) => dueOn === null);

/**
 * Whether a day lies after the end of a term. Null where nobody can say: the term has no known last
 * day, and the day lies beyond what it certainly outlives.
 */
export function isAfter(day: CalendarDate, term: LastDay | null): boolean | null {
  if (term === null) return null;
  const { dueOn, calendarEndsOn } = term;
  if (dueOn !== null) return day > dueOn;
  return calendarEndsOn !== null && day <= calendarEndsOn ? false : null;
}

/** A term whose last day became known later, and what that makes of what happened meanwhile. */
export interface SettledTerm extends CountedTerm {
  /** Day on which the term had been kept by then; null where it had not, or where nobody has to. */
  readonly keptOn: CalendarDate | null;
  /** Whether it was kept after its last day; null where it had not been kept. */
  readonly late: boolean | null;
}

/** Those of the terms that can be counted to their end by now, judged by when each was kept. */
export const settledBy = (
  terms: readonly CountedTerm[],
  calendars: Calendars,
  kept: (term: string) => CalendarDate | null,
): readonly SettledTerm[] =>
  terms
    .map((one) => countTerm(one, calendars))
    .filter(({ dueOn }) => dueOn !== null)
    .map((one) => {
      const keptOn = kept(one.term);
      return { ...one, keptOn, late: keptOn === null ? null : isAfter(keptOn, one) };
    });

/** In words, for refusals and titles: a day, or why there is none yet. */
export const lastDayInWords = ({ dueOn, calendarEndsOn }: LastDay): string =>
  dueOn ??
  (calendarEndsOn === null
    ? 'an unknown day: no calendar covers the term'
    : `an unknown day: the calendar ends ${calendarEndsOn}`);
