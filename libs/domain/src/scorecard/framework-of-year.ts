import type { PublishedFramework } from '../framework/state';
import type { CalendarDate } from '../values';
import { compareDates } from '../values/calendar-date';

const firstDay = ({ content }: PublishedFramework): CalendarDate => content.effectiveFrom;

/**
 * The version a year is scored by: the one in force when the year begins, so that every region is
 * measured by the same, whenever its scorecard is opened. Frameworks are also announced in the first
 * months of their year: where none is in force on 1 January, it is the first that comes into force
 * during the year. Null while that day has not come, or none applies before the year ends. (Jejak's
 * own rule: no source says which version counts.)
 *
 * `versions` oldest first, each in force from a later day than the one before; `today` is the latest
 * day that has begun.
 */
export function frameworkOfYear(
  versions: readonly PublishedFramework[],
  year: number,
  today: CalendarDate,
): PublishedFramework | null {
  const [earliest] = versions;
  const atTheStart = versions.findLast((one) => compareDates(firstDay(one), `${year}-01-01`) <= 0);
  const found = atTheStart ?? earliest;
  const isInForce =
    found !== undefined &&
    compareDates(firstDay(found), today) <= 0 &&
    compareDates(firstDay(found), `${year}-12-31`) <= 0;
  return isInForce ? found : null;
}
