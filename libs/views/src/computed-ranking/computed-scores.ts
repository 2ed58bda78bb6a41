import type { DecimalText } from '@jejak/domain';
import type { ScoreAmended, ScorecardFinalised } from '@jejak/domain/scorecard/events';

import { continued } from '../continued';
import { provinceOf } from '../province';
import type { QueryFilter } from '../query';
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

/** The finalised computed scores of one instrument and year in a province, its own among them. */
export interface ComputedScoresDocument {
  readonly instrument: string;
  readonly year: number;
  readonly province: string;
  readonly scores: readonly ComputedScore[];
}

interface Competition {
  readonly instrument: string;
  readonly year: number;
}

export const computedScoresId = (key: Competition & { readonly province: string }): string =>
  `${key.instrument}/${key.year}/${key.province}`;

/** Those of every province: their identifiers lie next to each other, from `/` to what follows it. */
export const computedScoresOfCountry = ({ instrument, year }: Competition): QueryFilter => ({
  _id: { $gt: `${instrument}/${year}/`, $lt: `${instrument}/${year}0` },
});

/**
 * A document per province, of some 2 kB: what a province is ranked by is read at once, and in the
 * country a score that comes or is corrected moves one of 38 and not all 546 scores.
 */
export const computedScores: FoldedView<ComputedScoresDocument> = {
  name: 'computed-scores',
  version: 2,
  eventTypes: ['ScorecardFinalised', 'ScoreAmended'],
  documentsOf({ event }) {
    if (event.type === 'ScorecardFinalised' && event.data.computed !== null)
      return [idOf(event.data)];
    if (event.type === 'ScoreAmended' && event.data.subject === 'finalised')
      return [idOf(event.data)];
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

const idOf = ({ instrument, year, region }: Competition & { readonly region: string }): string =>
  computedScoresId({ instrument, year, province: provinceOf(region) });

function withScore(
  document: ComputedScoresDocument | null,
  { data: { instrument, year, region, computed, band } }: ScorecardFinalised,
  recordedAt: string,
): ComputedScoresDocument {
  const [before, province] = [document?.scores ?? [], provinceOf(region)];
  if (computed === null) return { instrument, year, province, scores: before };
  const score = { region, value: computed, band, recordedAt, amendments: [] };
  return { instrument, year, province, scores: [...before, score] };
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
