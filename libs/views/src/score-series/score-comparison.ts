import type { DecimalText } from '@jejak/domain';
import Big from 'big.js';

import type { AreaScoresDocument } from '../area-scores/area-scores';
import type { PublishedVersion } from '../framework-register/framework-register';
import type { ShownRegion } from '../ranking/ranking-reply';
import type { StandingScore } from '../ranking/standing-score';
import { areaStanding, computedBy, type AreaStanding } from './area-standing';
import { publishedTotal, type PublishedTotal } from './score-series';

/** What is recorded of one of the regions compared. */
export interface ComparedRecords {
  readonly region: ShownRegion;
  /** The published total that holds. */
  readonly score: StandingScore | null;
  readonly scorecard: AreaScoresDocument | null;
}

export interface ComparedRegion extends ShownRegion {
  readonly scorecard: 'none' | 'open' | 'finalised';
  readonly frameworkVersion: number | null;
  readonly score: PublishedTotal | null;
  readonly computed: DecimalText | null;
}

export interface ComparedArea {
  readonly id: string;
  readonly name: string;
  /** One for each region, in the order they were asked for. */
  readonly regions: readonly (AreaStanding & {
    readonly region: string;
    /** Points behind the best of these regions; null where a score is missing. */
    readonly gap: DecimalText | null;
  })[];
}

export type ComparisonRemark =
  | 'framework-unknown'
  | 'framework-versions-differ'
  | 'weights-assumed'
  | 'statuses-differ'
  | 'scores-missing'
  | 'area-scores-missing';

export interface ScoreComparison {
  readonly framework: Pick<
    PublishedVersion,
    'version' | 'title' | 'weightsBasis' | 'source'
  > | null;
  readonly regions: readonly ComparedRegion[];
  readonly areas: readonly ComparedArea[];
  /** What to know before comparing. */
  readonly remarks: readonly ComparisonRemark[];
}

/** Regions side by side, area by area. What nobody recorded stays a gap: it is never counted as zero. */
export function scoreComparison(
  versions: readonly PublishedVersion[],
  compared: readonly ComparedRecords[],
): ScoreComparison {
  const opened = compared.flatMap(({ scorecard }) => scorecard?.frameworkVersion ?? []);
  const framework =
    versions.find(({ version }) => version === Math.max(...opened)) ?? versions.at(-1) ?? null;
  const regions = compared.map(comparedRegion);
  const areas = (framework?.areas ?? []).map((area) => comparedArea(area, compared));
  const standings = areas.flatMap((area) => area.regions);
  const holds: readonly (readonly [ComparisonRemark, boolean])[] = [
    ['framework-unknown', framework === null],
    ['framework-versions-differ', new Set(opened).size > 1],
    ['weights-assumed', framework?.weightsBasis === 'assumed-equal'],
    ['statuses-differ', new Set(regions.flatMap(({ score }) => score?.status ?? [])).size > 1],
    ['scores-missing', regions.some(({ score }) => score === null)],
    [
      'area-scores-missing',
      standings.some(({ status, score }) => score === null && status !== 'not-applicable'),
    ],
  ];
  return {
    framework: framework && {
      version: framework.version,
      title: framework.title,
      weightsBasis: framework.weightsBasis,
      source: framework.source,
    },
    regions,
    areas,
    remarks: holds.flatMap(([remark, isSo]) => (isSo ? [remark] : [])),
  };
}

const comparedRegion = ({ region, score, scorecard }: ComparedRecords): ComparedRegion => ({
  ...region,
  scorecard: scorecard === null ? 'none' : scorecard.finalised === null ? 'open' : 'finalised',
  frameworkVersion: scorecard?.frameworkVersion ?? null,
  score: publishedTotal(score ?? undefined),
  computed: computedBy(scorecard) ?? score?.record.computed ?? null,
});

function comparedArea(
  { id, name, appliesTo }: PublishedVersion['areas'][number],
  compared: readonly ComparedRecords[],
): ComparedArea {
  const standings = compared.map(({ region, scorecard }) => ({
    region: region.code,
    ...areaStanding(scorecard, id, appliesTo.includes(region.level)),
  }));
  const scores = standings.flatMap(({ score }) => score ?? []);
  const best = scores.reduce<Big | null>(
    (highest, score) => (highest?.gt(score) === true ? highest : new Big(score)),
    null,
  );
  const gapOf = (score: DecimalText | null): DecimalText | null =>
    best === null || score === null || scores.length < 2 ? null : best.minus(score).toFixed();
  return {
    id,
    name,
    regions: standings.map((standing) => ({ ...standing, gap: gapOf(standing.score) })),
  };
}
