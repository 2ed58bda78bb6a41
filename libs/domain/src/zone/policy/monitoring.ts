import type { CalendarDate } from '../../values';
import type { DayOfYear } from './window';

/**
 * When a predicate is evaluated again. TPN and TPI do so every year (id.scribd.com 612313653, a
 * presentation of the ministry's on integrity zones); no source says by which day of the year.
 */
export interface ZoneMonitoring {
  /** Last day of every year after that of the grant. */
  readonly lastDay: DayOfYear;
}

/** The last day on which a predicate is evaluated in a year. */
export const monitoredBy = ({ lastDay }: ZoneMonitoring, year: number): CalendarDate =>
  `${year}-${lastDay}`;
