import type { DecimalText, Instant } from '@jejak/domain';
import { standingPoints, type Upload } from '@jejak/domain/evidence';
import { bandOf } from '@jejak/domain/framework';
import type { FrameworkContent } from '@jejak/domain/framework/events';
import {
  type AssessedSubIndicator,
  closingOf,
  computedScore,
  exactAreas,
  type ExactScore,
  leadOf,
  type OpenedScorecard,
  type PointsBySubIndicator,
  roundedScore,
  standingScore,
  evidencePlaces,
} from '@jejak/domain/scorecard';
import type { ZeroReason } from '@jejak/domain/scorecard/events';

import type { SubIndicatorEvidence } from '../evidence/sub-indicator-evidence';
import type { ScorecardDocument } from './scorecards';

/** What stands for one document of a sub-indicator. */
export interface TreeDocument {
  readonly id: string;
  /** Null where the framework is not at hand. */
  readonly title: string | null;
  readonly maximumPoints: DecimalText;
  readonly state: 'not-uploaded' | 'waiting' | 'verified' | 'returned';
  readonly points: DecimalText;
  /** Of the upload that stands for it; null when none was in time. */
  readonly receipt: string | null;
  /** Receipts of what was handed in too late. */
  readonly late: readonly string[];
}

interface TreePart {
  readonly id: string;
  readonly name: string | null;
  readonly weight: DecimalText;
  /** To six places; null where nothing is known. */
  readonly score: DecimalText | null;
}
export interface TreeSubIndicator extends TreePart {
  /** Unit that leads it, its own or that of the indicator; null while nobody does. */
  readonly unit: string | null;
  readonly points: DecimalText;
  readonly maximumPoints: DecimalText;
  readonly zeroBecause: ZeroReason | null;
  readonly counted: boolean;
  readonly documents: readonly TreeDocument[];
}
export interface TreeIndicator extends TreePart {
  /** Unit that leads it where a sub-indicator has no other; null while nobody does. */
  readonly unit: string | null;
  readonly subIndicators: readonly TreeSubIndicator[];
}
export interface TreeArea extends TreePart {
  readonly band: string | null;
  readonly indicators: readonly TreeIndicator[];
}

export interface ScoreTree {
  readonly region: string;
  readonly instrument: string;
  readonly year: number;
  readonly frameworkVersion: number;
  /** `assumed-equal`: no source gives the weights, and the total rests on them. Null: not at hand. */
  readonly weightsBasis: FrameworkContent['weightsBasis'] | null;
  readonly status: OpenedScorecard['status'];
  readonly closesAt: Instant | null;
  /** What the tree comes to; a finalised score as it stands, amendments included. */
  readonly computed: DecimalText | null;
  /** False once it is finalised: then nothing below can change. */
  readonly provisional: boolean;
  readonly band: string | null;
  readonly areas: readonly TreeArea[];
}

const evidenceBySubIndicator = (
  evidence: readonly SubIndicatorEvidence[],
): ReadonlyMap<string, readonly Upload[]> =>
  new Map(evidence.map(({ subIndicator, state }) => [subIndicator, state.uploads]));

/** Points as they stand: verified ones of sub-indicators that anything was uploaded for. */
export const pointsStanding = (
  { opened }: OpenedScorecard,
  evidence: readonly SubIndicatorEvidence[],
): PointsBySubIndicator => {
  const uploads = evidenceBySubIndicator(evidence);
  return new Map(
    evidencePlaces(opened).flatMap((place) => {
      const { id } = place.subIndicator;
      const found = uploads.get(id);
      return found === undefined ? [] : [[id, standingPoints(place, found)] as const];
    }),
  );
};

interface Names {
  readonly of: (id: string) => string | null;
  readonly ofDocument: (subIndicator: string, document: string) => string | null;
}

function namesOf(content: FrameworkContent | null): Names {
  const names = new Map<string, string>();
  const titles = new Map<string, string>();
  for (const area of content?.areas ?? []) {
    names.set(`area ${area.id}`, area.name);
    for (const { subIndicators } of area.indicators ?? []) {
      for (const one of subIndicators ?? []) {
        names.set(`sub ${one.id}`, one.name);
        for (const { id, title } of one.documents) titles.set(`${one.id} ${id}`, title);
      }
    }
  }
  return {
    of: (id) => names.get(id) ?? null,
    ofDocument: (subIndicator, document) => titles.get(`${subIndicator} ${document}`) ?? null,
  };
}

function documentsOf(
  { id: subIndicator, documents }: AssessedSubIndicator,
  uploads: readonly Upload[],
  names: Names,
): readonly TreeDocument[] {
  return documents.map(({ id, points: maximumPoints }) => {
    const own = uploads.filter(({ document }) => document === id);
    const standing = own.findLast(({ state }) => state !== 'late');
    const late = own.filter(({ state }) => state === 'late').map(({ receipt }) => receipt);
    return {
      id,
      title: names.ofDocument(subIndicator, id),
      maximumPoints,
      state: standing === undefined || standing.state === 'late' ? 'not-uploaded' : standing.state,
      points: standing?.points ?? '0',
      receipt: standing?.receipt ?? null,
      late,
    };
  });
}

const rounded = ({ score }: ExactScore): DecimalText | null => score && roundedScore(score);

/**
 * The whole tree of a scorecard as it stands, with every score it is made of. Before it is finalised
 * the total is provisional: what is not verified yet counts as zero points.
 */
export function scoreTree(
  { state, region, instrument, year }: ScorecardDocument,
  evidence: readonly SubIndicatorEvidence[],
  content: FrameworkContent | null,
): ScoreTree {
  const { opened, assignments } = state;
  const names = namesOf(content);
  const points = pointsStanding(state, evidence);
  const uploads = evidenceBySubIndicator(evidence);
  const counted = new Set(
    evidence.filter((one) => one.state.counted !== null).map(({ subIndicator }) => subIndicator),
  );
  const provisional = state.status === 'open';
  const computed = provisional ? computedScore(state, points) : standingScore(state);
  const places = new Map(evidencePlaces(opened).map((place) => [place.subIndicator.id, place]));

  const subIndicatorOf = (exact: ExactScore): TreeSubIndicator[] => {
    const place = places.get(exact.id);
    if (place === undefined) return [];
    const { area, indicator } = place;
    const result = standingPoints(place, uploads.get(exact.id) ?? []);
    return [
      {
        id: exact.id,
        name: names.of(`sub ${exact.id}`),
        weight: exact.weight,
        score: rounded(exact),
        unit: leadOf(assignments, { area, indicator, subIndicator: exact.id }),
        points: result.points,
        maximumPoints: result.maximumPoints,
        zeroBecause: result.zeroBecause,
        counted: counted.has(exact.id),
        documents: documentsOf(place.subIndicator, uploads.get(exact.id) ?? [], names),
      },
    ];
  };

  return {
    region,
    instrument,
    year,
    frameworkVersion: opened.frameworkVersion,
    weightsBasis: content?.weightsBasis ?? null,
    status: state.status,
    closesAt: closingOf(state),
    computed,
    provisional,
    band: bandOf(opened.bands, computed),
    areas: exactAreas(state, points).map((area) => ({
      id: area.id,
      name: names.of(`area ${area.id}`),
      weight: area.weight,
      score: rounded(area),
      band: bandOf(opened.bands, rounded(area)),
      indicators: area.indicators.map((indicator) => ({
        id: indicator.id,
        name:
          opened.areas
            .find(({ id }) => id === area.id)
            ?.indicators?.find(({ id }) => id === indicator.id)?.name ?? null,
        weight: indicator.weight,
        score: rounded(indicator),
        unit: leadOf(assignments, {
          ...{ area: area.id, indicator: indicator.id, subIndicator: null },
        }),
        subIndicators: indicator.subIndicators.flatMap(subIndicatorOf),
      })),
    })),
  };
}
