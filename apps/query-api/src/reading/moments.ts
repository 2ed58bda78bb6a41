import { isCalendarDate, type CalendarDate } from '@jejak/domain';
import { ValidateBy, type ValidationOptions } from 'class-validator';

const instantPattern =
  /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** True for a day of the calendar, `YYYY-MM-DD`; the 30th of February is none. */
export const isDay = (text: unknown): text is string =>
  typeof text === 'string' && isCalendarDate(text);

/** True for a day, or an instant with its offset and at most milliseconds. */
export const isMoment = (text: unknown): text is string =>
  isDay(text) ||
  (typeof text === 'string' && instantPattern.test(text) && isDay(text.slice(0, 10)));

/**
 * A moment as an instant, ISO 8601 UTC with milliseconds, to be compared as text with `recordedAt`.
 * A day means its first or its last millisecond in UTC.
 */
export function instantOf(moment: string, edge: 'start' | 'end'): string {
  if (!isDay(moment)) return new Date(moment).toISOString();
  return edge === 'start' ? `${moment}T00:00:00.000Z` : `${moment}T23:59:59.999Z`;
}

/** Western Indonesian time has been UTC+7 without daylight saving since 1964 (IANA Asia/Jakarta). */
export const todayInJakarta = (): CalendarDate =>
  new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

export const IsDay = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isDay',
      validator: {
        validate: isDay,
        defaultMessage: () => '$property must be a day such as 2019-08-21',
      },
    },
    options,
  );

export const IsMoment = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isMoment',
      validator: {
        validate: isMoment,
        defaultMessage: () =>
          '$property must be a day such as 2026-01-05 or an instant such as 2026-01-05T09:00:00Z (write + as %2B)',
      },
    },
    options,
  );
