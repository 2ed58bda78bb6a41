import type { CalendarDate } from '../values';
import { addDays } from './working-days';

/** One of Indonesia's zones: WIB, WITA, WIT. None has summer time. */
export interface TimeZone {
  readonly id: string;
  /** Minutes ahead of UTC. */
  readonly offsetMinutes: number;
  /** Two-digit codes of the provinces that live by it. */
  readonly provinces: readonly string[];
}

/** Which province lives by which clock, as policy data: it was last changed by decree. */
export interface TimeZones {
  readonly zones: readonly TimeZone[];
}

/** The zone of a region by its province, null where no zone names it. `region` is `36` or `36.73`. */
export const zoneOf = ({ zones }: TimeZones, region: string): TimeZone | null =>
  zones.find(({ provinces }) => provinces.includes(region.slice(0, 2))) ?? null;

const millisecondsPerMinute = 60_000;

/** The calendar day in the zone at an instant (ISO 8601). */
export const dayIn = (
  { offsetMinutes }: Pick<TimeZone, 'offsetMinutes'>,
  at: string,
): CalendarDate =>
  new Date(Date.parse(at) + offsetMinutes * millisecondsPerMinute).toISOString().slice(0, 10);

/** The first instant after the day has ended in the zone, ISO 8601 UTC with milliseconds. */
export const endOfDayIn = (
  { offsetMinutes }: Pick<TimeZone, 'offsetMinutes'>,
  day: CalendarDate,
): string =>
  new Date(Date.parse(addDays(day, 1)) - offsetMinutes * millisecondsPerMinute).toISOString();
