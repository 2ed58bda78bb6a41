import type { DecimalText } from '@jejak/domain';
import type { RegionLevel } from '@jejak/domain/region/events';
import Big from 'big.js';

import { isProvince, levelOfCode } from '../province';
import type { ShownRegion } from '../ranking/ranking-reply';
import { directoryAsOf } from '../region-directory/directory-as-of';
import type { RegionDirectoryDocument } from '../region-directory/region-directory';
import type { ComputedScore, ComputedScoresDocument } from './computed-scores';

export interface ComputedRankingQuestion {
  readonly instrument: string;
  readonly year: number;
  /** Absent: the whole country. */
  readonly province?: string;
  /** Absent: within a province its regencies and cities, in the country every government. */
  readonly level?: RegionLevel;
  /** Instant, ISO 8601 UTC with milliseconds: only what had been recorded by then; absent: all. */
  readonly knownAt?: string;
}

export interface ComputedRankingRow {
  readonly region: ShownRegion;
  readonly value: DecimalText;
  /** Of the score as it was finalised, by the framework's version; null where there are no bands. */
  readonly band: string | null;
  /** Decision that corrected the finalised value; null when it stands as computed. */
  readonly amendedBy: string | null;
  readonly finalisedAt: string;
  /** Standard competition rank; null while others are not finalised. */
  readonly rank: number | null;
  /** `1`, or `3=` when shared. */
  readonly rankLabel: string | null;
  /** Best and worst rank possible while others are not finalised. */
  readonly rankBetween: readonly [best: number, worst: number];
}

/** A ranking of computed scores, which nobody published: it never stands in for what was. */
export interface ComputedRankingReply {
  readonly basis: 'computed';
  readonly instrument: string;
  readonly year: number;
  readonly province: string | null;
  readonly level: RegionLevel | null;
  readonly knownAt: string | null;
  /** Every registered government that is asked for has a finalised score. */
  readonly complete: boolean;
  readonly unitsAssessed: number;
  readonly unitsTotal: number;
  readonly statement: { readonly text: string; readonly textId: string };
  readonly rows: readonly ComputedRankingRow[];
  readonly notRanked: readonly { readonly region: ShownRegion; readonly reason: 'not-finalised' }[];
}

interface Standing {
  readonly score: ComputedScore;
  readonly value: DecimalText;
  readonly number: Big;
  readonly amendedBy: string | null;
}

/**
 * Ranks what was finalised, by the computed score as corrected. Only finalised scores compete; a rank
 * is given only when every registered government has one, otherwise the ranks that remain possible.
 * Units are those registered and valid on 31 December of the year. Documents and directories are
 * those of the province that is asked for, or of all: see `isOfProvince`.
 */
export function computedRanking(
  documents: readonly ComputedScoresDocument[],
  directories: readonly RegionDirectoryDocument[],
  question: ComputedRankingQuestion,
): ComputedRankingReply {
  const { instrument, year, province, level, knownAt } = question;
  const registered = unitsOf(directories, question);
  const units = new Map([...registered].filter(([, { code }]) => isAsked(code, question)));
  const standing = documents
    .flatMap(({ scores }) => scores)
    .filter((score) => knownAt === undefined || score.recordedAt <= knownAt)
    .filter(({ region }) => isAsked(registered.get(region)?.code ?? region, question))
    .map((score) => standingOf(score, knownAt))
    .sort((a, b) => b.number.cmp(a.number) || (a.score.region < b.score.region ? -1 : 1));
  const finalised = new Set(standing.map(({ score }) => score.region));
  const missing = [...units].flatMap(([id, unit]) => (finalised.has(id) ? [] : [unit]));
  const complete = missing.length === 0 && units.size > 0 && finalised.size === units.size;
  return {
    basis: 'computed',
    instrument,
    year,
    province: province ?? null,
    level: level ?? null,
    knownAt: knownAt ?? null,
    complete,
    unitsAssessed: standing.length,
    unitsTotal: standing.length + missing.length,
    statement: statementOf(standing.length, missing.length),
    rows: rowsOf(standing, units, missing.length, complete),
    notRanked: missing.map((region) => ({ region, reason: 'not-finalised' })),
  };
}

function isAsked(code: string, { province, level }: ComputedRankingQuestion): boolean {
  if (level !== undefined) return levelOfCode(code) === level;
  return province === undefined || !isProvince(code);
}

/** By id, under the code of that day. */
function unitsOf(
  directories: readonly RegionDirectoryDocument[],
  question: ComputedRankingQuestion,
): ReadonlyMap<string, ShownRegion> {
  const moment = { validAt: `${question.year}-12-31`, knownAt: question.knownAt };
  return new Map(
    directories
      .map((directory) => directoryAsOf(directory, moment))
      .flatMap(({ province, units }) => (province ? [province, ...units] : units))
      .map(({ id, code, name, level }) => [id, { code, name, level }]),
  );
}

function standingOf(score: ComputedScore, knownAt: string | undefined): Standing {
  const known = score.amendments.filter(
    ({ recordedAt }) => knownAt === undefined || recordedAt <= knownAt,
  );
  const amendment = known.at(-1);
  const value = amendment?.to ?? score.value;
  return { score, value, number: new Big(value), amendedBy: amendment?.decision ?? null };
}

function rowsOf(
  standing: readonly Standing[],
  units: ReadonlyMap<string, ShownRegion>,
  missing: number,
  complete: boolean,
): readonly ComputedRankingRow[] {
  let rank = 1;
  return standing.map(({ score, value, number, amendedBy }, index) => {
    const [before, after] = [standing[index - 1], standing[index + 1]];
    const shares = (other: Standing | undefined): boolean => other?.number.eq(number) ?? false;
    if (!shares(before)) rank = index + 1;
    const { region: id, band, recordedAt } = score;
    return {
      region: units.get(id) ?? { code: id, name: null, level: levelOfCode(id) },
      value,
      band,
      amendedBy,
      finalisedAt: recordedAt,
      rank: complete ? rank : null,
      rankLabel: complete ? `${rank}${shares(before) || shares(after) ? '=' : ''}` : null,
      rankBetween: [rank, rank + missing],
    };
  });
}

function statementOf(assessed: number, missing: number): ComputedRankingReply['statement'] {
  const computed = 'Computed by Jejak from what was verified; nobody published this ranking.';
  const dihitung = 'Dihitung Jejak dari yang diverifikasi; peringkat ini tidak pernah diumumkan.';
  if (missing === 0) return { text: computed, textId: dihitung };
  const total = assessed + missing;
  return {
    text: `${computed} No rank is certain: ${missing} of ${total} are not finalised.`,
    textId: `${dihitung} Belum ada peringkat pasti: ${missing} dari ${total} belum final.`,
  };
}
