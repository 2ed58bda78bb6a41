import type { DecimalText } from '@jejak/domain';
import type { ScoreAmended, ScorecardFinalised } from '@jejak/domain/scorecard/events';

import { continued } from '../continued';
import type { FoldedView } from '../view';

/** A finalised computed score; its corrections stand beside it. */
export interface ComputedScore {
  readonly region: string;
  readonly value: DecimalText;
  readonly band: string | null;
  /** Instant it was finalised. */
  readonly recordedAt: string;
  /** In the order of recording. */
  readonly amendments: readonly {
    readonly to: DecimalText;
    readonly decision: string;
    readonly recordedAt: string;
  }[];
}

/** Every finalised computed score of one instrument and year, of the whole country. */
export interface ComputedScoresDocument {
  readonly instrument: string;
  readonly year: number;
  readonly scores: readonly ComputedScore[];
}

export const computedScoresId = (key: { instrument: string; year: number }): string =>
  `${key.instrument}/${key.year}`;

/**
 * One document per instrument and year, because a ranking of all 546 governments is asked as often as
 * that of a province, and one read of some 80 kB is quicker than 38. It changes once for each
 * government in a year.
 */
export const computedScores: FoldedView<ComputedScoresDocument> = {
  name: 'computed-scores',
  version: 1,
  eventTypes: ['ScorecardFinalised', 'ScoreAmended'],
  documentsOf({ event }) {
    if (event.type === 'ScorecardFinalised' && event.data.computed !== null)
      return [computedScoresId(event.data)];
    if (event.type === 'ScoreAmended' && event.data.subject === 'finalised')
      return [computedScoresId(event.data)];
    return [];
  },
  apply(document, { event, metadata: { recordedAt } }, id) {
    if (event.type === 'ScorecardFinalised') return withScore(document, event, recordedAt);
    if (event.type === 'ScoreAmended')
      return withAmendment(continued(document, id), event, recordedAt);
    return document;
  },
  indexes: [],
};

function withScore(
  document: ComputedScoresDocument | null,
  { data: { instrument, year, region, computed, band } }: ScorecardFinalised,
  recordedAt: string,
): ComputedScoresDocument {
  const before = document?.scores ?? [];
  if (computed === null) return { instrument, year, scores: before };
  const score = { region, value: computed, band, recordedAt, amendments: [] };
  return { instrument, year, scores: [...before, score] };
}

const withAmendment = (
  document: ComputedScoresDocument,
  { data: { region, to, decision } }: ScoreAmended,
  recordedAt: string,
): ComputedScoresDocument => ({
  ...document,
  scores: document.scores.map((score) =>
    score.region === region
      ? { ...score, amendments: [...score.amendments, { to, decision, recordedAt }] }
      : score,
  ),
});
