import type { CalendarDate, DecimalText, Source } from '@jejak/domain';

import type { AreaScoresDocument } from '../area-scores/area-scores';

/**
 * `finalised` and `recorded` have a score; `in-progress` is being scored by its indicators; nothing is
 * known of `unknown`; `not-applicable` is not assessed at this level, as village funds are not in a
 * city.
 */
export type AreaStatus = 'finalised' | 'recorded' | 'in-progress' | 'unknown' | 'not-applicable';

export interface AreaStanding {
  readonly status: AreaStatus;
  readonly score: DecimalText | null;
  readonly asOf: CalendarDate | null;
  /** Null for what the scorecard computed itself. */
  readonly source: Source | null;
}

const without = (status: AreaStatus): AreaStanding => ({
  status,
  score: null,
  asOf: null,
  source: null,
});

/** What is known of one area; `document` is null where nobody opened a scorecard. */
export function areaStanding(
  document: AreaScoresDocument | null,
  area: string,
  applies: boolean,
): AreaStanding {
  const recorded = document?.recorded.find((one) => one.area === area);
  if (recorded !== undefined) {
    const { score, asOf, source } = recorded;
    return { status: document?.finalised ? 'finalised' : 'recorded', score, asOf, source };
  }
  const final = document?.finalised?.areas.find((one) => one.area === area);
  if (final !== undefined) return { ...without('finalised'), score: final.score };
  if (document?.inProgress.includes(area) === true) return without('in-progress');
  return without(applies ? 'unknown' : 'not-applicable');
}

/** What the areas of a finalised scorecard compute to, as amended; null before. */
export const computedBy = (document: AreaScoresDocument | null): DecimalText | null =>
  document?.finalised?.amendedTo ?? document?.finalised?.computed ?? null;
