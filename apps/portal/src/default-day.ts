import type { CalendarDate } from '@jejak/domain';

import type { PortalRanking, RankingQuery } from './ranking-reader';

/**
 * The day to show when none is asked for: the latest on which one source gave every unit a score,
 * because only such a table compares like with like; without one, the latest day with data.
 */
export function defaultDay(
  { dates, publications, basis }: PortalRanking,
  { status, publication }: RankingQuery,
): CalendarDate | undefined {
  const complete = publications
    .filter((one) => status === undefined || one.status === status)
    .filter((one) => publication === undefined || one.source.id === publication)
    .filter(({ units }) => basis.unitsTotal > 0 && units >= basis.unitsTotal)
    .flatMap(({ asOf }) => asOf ?? [])
    .sort();
  return complete.at(-1) ?? dates.at(-1);
}
