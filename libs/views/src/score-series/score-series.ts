import type { DecimalText } from '@jejak/domain';
import type { RegionLevel } from '@jejak/domain/region/events';

import type { AreaScoresDocument } from '../area-scores/area-scores';
import type { FrameworkDocument, PublishedVersion } from '../framework-register/framework-register';
import type { RankingDocument, ScoreRecord } from '../ranking/ranking';
import { scoresHolding, scoresKnown } from '../ranking/standing-score';
import { areaStanding, computedBy, type AreaStanding } from './area-standing';
import { breakBetween, type SeriesBreak } from './series-break';

/** A published total as it stands. */
export interface PublishedTotal extends Pick<
  ScoreRecord,
  'status' | 'asOf' | 'source' | 'publication' | 'publishedRank' | 'computed'
> {
  /** As corrected, where a decision corrected it. */
  readonly value: DecimalText;
}

export interface SeriesYear {
  readonly year: number;
  /** Version the scorecard was opened under, or else the latest; null where none was published. */
  readonly framework: Pick<
    PublishedVersion,
    'version' | 'title' | 'weightsBasis' | 'scale' | 'bands' | 'source'
  > | null;
  /** The published total that holds: final before provisional, then the latest day. */
  readonly score: PublishedTotal | null;
  /** How many totals were published; the ranking has each of them. */
  readonly publications: number;
  /** What the areas of the finalised scorecard compute to; null before. */
  readonly computed: DecimalText | null;
  readonly areas: readonly (AreaStanding & { readonly id: string; readonly name: string })[];
}

export interface ScoreSeries {
  readonly years: readonly SeriesYear[];
  /** Between which years totals are not of one kind, and why; years that compare have none. */
  readonly breaks: readonly SeriesBreak[];
}

export interface SeriesRecords {
  readonly region: string;
  readonly level: RegionLevel;
  /** All of one instrument, in any order. */
  readonly frameworks: readonly FrameworkDocument[];
  readonly rankings: readonly RankingDocument[];
  readonly scorecards: readonly AreaScoresDocument[];
}

/** One region's results of an instrument, year by year; years nobody recorded anything of are absent. */
export function scoreSeries(records: SeriesRecords): ScoreSeries {
  const { frameworks, rankings, scorecards, region } = records;
  const scored = rankings.filter(({ records }) => records.some((one) => one.region === region));
  const years = [...new Set([...frameworks, ...scored, ...scorecards].map(({ year }) => year))];
  const versions = years.sort((a, b) => a - b).map((year) => versionIn(records, year));
  return {
    years: years.map((year, place) => yearOf(records, year, versions[place] ?? null)),
    breaks: years.slice(1).flatMap((to, place) => {
      const from = years[place] ?? to;
      const sides = [versions[place] ?? null, versions[place + 1] ?? null] as const;
      return breakBetween({ from, to }, sides, records.level) ?? [];
    }),
  };
}

function versionIn({ frameworks, scorecards }: SeriesRecords, year: number) {
  const published = frameworks.find((one) => one.year === year)?.published ?? [];
  const opened = scorecards.find((one) => one.year === year)?.frameworkVersion;
  return published.find(({ version }) => version === opened) ?? published.at(-1) ?? null;
}

function yearOf(
  { region, level, rankings, scorecards }: SeriesRecords,
  year: number,
  framework: PublishedVersion | null,
): SeriesYear {
  const scorecard = scorecards.find((one) => one.year === year) ?? null;
  const known = scoresKnown(rankings.find((one) => one.year === year) ?? null, undefined);
  const areas = framework?.areas ?? [];
  return {
    year,
    framework: framework && described(framework),
    score: publishedTotal(scoresHolding(known, undefined).get(region)),
    publications: known.filter(({ record }) => record.region === region).length,
    computed: computedBy(scorecard),
    areas: areas.map(({ id, name, appliesTo }) => ({
      id,
      name,
      ...areaStanding(scorecard, id, appliesTo.includes(level)),
    })),
  };
}

const described = ({
  version,
  title,
  weightsBasis,
  scale,
  bands,
  source,
}: PublishedVersion): NonNullable<SeriesYear['framework']> => ({
  version,
  title,
  weightsBasis,
  scale,
  bands,
  source,
});

export function publishedTotal(
  score: { readonly record: ScoreRecord; readonly value: DecimalText } | undefined,
): PublishedTotal | null {
  if (score === undefined) return null;
  const { status, asOf, source, publication, publishedRank, computed } = score.record;
  return { value: score.value, status, asOf, source, publication, publishedRank, computed };
}
