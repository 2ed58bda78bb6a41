import type { CalendarDate } from '@jejak/domain';

import { type Compliance, type ComplianceBoard, complianceBoard } from './compliance-board';
import type { FilingCounts } from './filing-counts';
import type { ObligorCounts } from './obligor-counts';

/** Compliance of one region with the periodic reports of one year. */
export interface ComplianceOfYear extends Compliance, Pick<ComplianceBoard, 'year' | 'byField'> {}

/**
 * A region's compliance by what had been handed in and verified on a day, the latest year first. A
 * year appears once it is over, for its report is owed by whoever holds the position on its last day,
 * and when somebody owes the report or has handed one in.
 */
export function complianceByYear(
  obligors: ObligorCounts,
  filings: readonly FilingCounts[],
  asOf: CalendarDate,
): readonly ComplianceOfYear[] {
  const from = Object.values(obligors.fields).flatMap((changes) =>
    Object.keys(changes).map(Number),
  );
  const first = Math.min(...from, ...filings.map(({ year }) => year));
  const last = Number(asOf.slice(0, 4)) - 1;
  const years = Number.isFinite(first) && first <= last ? last - first + 1 : 0;
  return Array.from({ length: years }, (_, index) => last - index).flatMap((year) => {
    const { total, byField } = complianceBoard([obligors], filings, { year, asOf });
    return total.obligors === 0 && total.submitted === 0 ? [] : [{ year, ...total, byField }];
  });
}
