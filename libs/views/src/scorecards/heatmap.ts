import type { DecimalText } from '@jejak/domain';
import { bandOf } from '@jejak/domain/framework';
import { areaScores, computedScore, standingScore } from '@jejak/domain/scorecard';

import type { SubIndicatorEvidence } from '../evidence/sub-indicator-evidence';
import { pointsStanding } from './score-tree';
import { scorecardId, type ScorecardDocument } from './scorecards';

export interface HeatCell {
  readonly area: string;
  /** Null where nothing is known of the area. */
  readonly score: DecimalText | null;
  readonly band: string | null;
}

export interface HeatRow {
  readonly region: string;
  /** Version of the framework whose bands colour the row. */
  readonly frameworkVersion: number;
  readonly provisional: boolean;
  readonly computed: DecimalText | null;
  readonly band: string | null;
  /** Areas that apply to the region, in the framework's order. */
  readonly cells: readonly HeatCell[];
}

/** The areas of regions side by side, each coloured by the bands of its own framework version. */
export function heatmap(
  documents: readonly ScorecardDocument[],
  evidence: readonly SubIndicatorEvidence[],
): readonly HeatRow[] {
  const byScorecard = new Map<string, SubIndicatorEvidence[]>();
  for (const one of evidence) {
    const known = byScorecard.get(one.scorecard);
    if (known === undefined) byScorecard.set(one.scorecard, [one]);
    else known.push(one);
  }
  return documents.map((document) => {
    const { state, region } = document;
    const { areas, bands, frameworkVersion } = state.opened;
    const points = pointsStanding(state, byScorecard.get(scorecardId(document)) ?? []);
    const provisional = state.status === 'open';
    const computed = provisional ? computedScore(state, points) : standingScore(state);
    const known = provisional ? areaScores(state, points) : state.finalised.areas;
    return {
      region,
      frameworkVersion,
      provisional,
      computed,
      band: bandOf(bands, computed),
      cells: areas.map(({ id }) => {
        const score = known.find(({ area }) => area === id)?.score ?? null;
        return { area: id, score, band: bandOf(bands, score) };
      }),
    };
  });
}
