import type { CalendarDate, Source } from '@jejak/domain';

import { isProvince, levelOfCode } from '../province';
import { directoryAsOf, type DirectoryAsOf } from '../region-directory/directory-as-of';
import type { RegionDirectoryDocument } from '../region-directory/region-directory';
import { rankRows } from './rank-rows';
import type { RankingDocument, RankingKey } from './ranking';
import type { Publication, RankingBasis, RankingReply, ShownScore } from './ranking-reply';
import { titleOf } from './ranking-words';
import { remarksOn } from './remarks';
import {
  isWithin,
  scoresHolding,
  scoresKnown,
  type Restriction,
  type StandingScore,
} from './standing-score';

export interface RankingQuestion extends RankingKey, Restriction {
  /** Day the scores must hold on; absent: the latest. */
  readonly validAt?: CalendarDate;
  /** Instant, ISO 8601 UTC with milliseconds: only what had been recorded by then; absent: all. */
  readonly knownAt?: string;
}

/**
 * The ranking of a province's regencies and cities, on both time axes: `validAt` is the day the
 * scores speak of, `knownAt` the instant by which they had been recorded. A rank is only given when
 * it is certain: every registered unit has a score and all scores have the same status.
 *
 * Units are those registered and valid on `validAt` (absent: on 31 December of the year), and any
 * other that has a score; the latter make the ranking incomplete.
 */
export function rankingAsOf(
  document: RankingDocument | null,
  directory: RegionDirectoryDocument | null,
  question: RankingQuestion,
): RankingReply {
  const { instrument, year, validAt, knownAt } = question;
  const units = directoryAsOf(directory, { validAt: validAt ?? `${year}-12-31`, knownAt });
  const known = scoresKnown(document, knownAt);
  const considered = known.filter(isWithin(question));
  const holding = scoresHolding(considered, validAt);
  const shown = [...holding.values()].map((score) => shownScore(score, units));
  const scores = shown.filter(({ region }) => !isProvince(region.code));
  const basis = basisOf(scores, units);
  const facts = {
    instrument,
    year,
    validAt: validAt ?? null,
    knownAt: knownAt ?? null,
    basis,
    restrictedTo: {
      status: question.status ?? null,
      publication: question.publication ?? null,
    },
    province: units.province && { code: units.province.code, name: units.province.name },
    rows: rankRows(scores, basis),
    notRanked: units.units
      .filter(({ id }) => !holding.has(id))
      .map(({ code, name, level }) => ({
        region: { code, name, level },
        reason: 'no-data' as const,
      })),
    provinceScore: shown.find(({ region }) => isProvince(region.code)) ?? null,
    dates: distinct(considered.map(({ day }) => day)),
    publications: publicationsOf(known),
  };
  const words = { ...facts, provinceCode: question.province };
  return { ...facts, ...titleOf(words), statement: remarksOn(words) };
}

function shownScore(
  { record, value, amendment }: StandingScore,
  { province, units }: DirectoryAsOf,
): ShownScore {
  const { region: id, status, asOf, source, publication, publishedRank, computed } = record;
  const registered = [...units, ...(province ? [province] : [])].find((unit) => unit.id === id);
  const code = registered?.code ?? id;
  return {
    region: { code, name: registered?.name ?? null, level: registered?.level ?? levelOfCode(code) },
    value,
    status,
    asOf,
    asOfKnown: asOf !== null,
    source,
    publication,
    publishedRank,
    computed,
    amended: amendment,
    recordedAt: record.recordedAt,
  };
}

function basisOf(scores: readonly ShownScore[], { units }: DirectoryAsOf): RankingBasis {
  const statuses = distinct(scores.map(({ status }) => status));
  const days = distinct(scores.flatMap(({ asOf }) => asOf ?? []));
  const withoutDay = scores.filter(({ asOfKnown }) => !asOfKnown).length;
  const codes = new Set([...units, ...scores.map(({ region }) => region)].map(({ code }) => code));
  return {
    statuses,
    days,
    withoutDay,
    sources: distinctSources(scores),
    mixedStatus: statuses.length > 1,
    mixedDays: days.length + (withoutDay > 0 ? 1 : 0) > 1,
    complete: units.length > 0 && units.length === codes.size && scores.length === codes.size,
    unitsAssessed: scores.length,
    unitsTotal: codes.size,
  };
}

function publicationsOf(known: readonly StandingScore[]): readonly Publication[] {
  const publications = new Map<string, Publication & { day: CalendarDate }>();
  for (const { record, day } of known) {
    const { source, asOf, status } = record;
    const key = JSON.stringify([day, asOf, status, source.id]);
    const units = (publications.get(key)?.units ?? 0) + (isProvince(record.region) ? 0 : 1);
    publications.set(key, { source, asOf, status, units, day });
  }
  return [...publications.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { source, asOf, status, units }]) => ({ source, asOf, status, units }));
}

function distinctSources(scores: readonly ShownScore[]): readonly Source[] {
  const byId = new Map(scores.map(({ source }) => [source.id, source]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Each text once, ascending. */
const distinct = <Text extends string>(texts: readonly Text[]): readonly Text[] =>
  [...new Set(texts)].sort();
