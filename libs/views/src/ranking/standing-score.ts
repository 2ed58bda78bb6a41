import type { CalendarDate, DecimalText } from '@jejak/domain';
import type { ScoreStatus } from '@jejak/domain/scorecard/events';

import type { Amendment, RankingDocument, ScoreRecord } from './ranking';

/** A record as it was known at a moment: what had been corrected by then is corrected. */
export interface StandingScore {
  readonly record: ScoreRecord;
  /** The value after the corrections known by then. */
  readonly value: DecimalText;
  /** The last correction known by then. */
  readonly amendment: Amendment | null;
  /** Day the score counts from. */
  readonly day: CalendarDate;
}

export interface Restriction {
  readonly status?: ScoreStatus;
  /** Source id, such as `B5`. */
  readonly publication?: string;
}

/**
 * Policy: a score whose day no source gives counts as of 31 December of its year, the last day it can
 * speak of. Its `asOf` stays null, and every reply that shows it says so.
 */
export const dayOf = ({ asOf }: ScoreRecord, year: number): CalendarDate => asOf ?? `${year}-12-31`;

/** Every score known by `knownAt` (ISO 8601 UTC with milliseconds; absent: all), by day and number. */
export function scoresKnown(
  document: RankingDocument | null,
  knownAt: string | undefined,
): readonly StandingScore[] {
  if (!document) return [];
  const isKnown = ({ recordedAt }: { recordedAt: string }): boolean =>
    knownAt === undefined || recordedAt <= knownAt;
  return document.records.filter(isKnown).map((record) => {
    const amendment = record.amendments.filter(isKnown).at(-1) ?? null;
    const value = amendment?.to ?? record.value;
    return { record, value, amendment, day: dayOf(record, document.year) };
  });
}

export const isWithin =
  ({ status, publication }: Restriction) =>
  ({ record }: StandingScore): boolean =>
    (status === undefined || record.status === status) &&
    (publication === undefined || record.source.id === publication);

/**
 * The score that holds for each region on a day: a final one before any provisional one, which it has
 * settled; of one status the latest day up to `validAt` (absent: the latest of all); of one day the
 * publication that was numbered last. Jejak's own rule: no source says what a provisional score after
 * the final one would mean.
 */
export function scoresHolding(
  scores: readonly StandingScore[],
  validAt: CalendarDate | undefined,
): ReadonlyMap<string, StandingScore> {
  const holding = new Map<string, StandingScore>();
  for (const score of scores) {
    if (validAt !== undefined && score.day > validAt) continue;
    const other = holding.get(score.record.region);
    if (!other || isLater(score, other)) holding.set(score.record.region, score);
  }
  return holding;
}

const isLater = (a: StandingScore, b: StandingScore): boolean => {
  if (a.record.status !== b.record.status) return a.record.status === 'final';
  return a.day === b.day ? a.record.publication > b.record.publication : a.day > b.day;
};
