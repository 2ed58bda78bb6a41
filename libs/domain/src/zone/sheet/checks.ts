import type { DecimalText } from '../../values';
import { compareDecimals } from '../../values/decimal';
import type { Predicate } from '../policy/predicate-name';
import type { Threshold, ZoneSheet } from '../policy/sheet';
import { isUnconfirmed } from '../policy/unconfirmed';
import { differenceOf, type ZoneScore } from './score';

/** One threshold and what became of it. */
export interface Check {
  readonly id: string;
  readonly name: string;
  readonly required: DecimalText;
  readonly reached: DecimalText;
  /** Reached less required: below zero is what is missing. */
  readonly gap: DecimalText;
  /** Reaching exactly what is required passes. */
  readonly passed: boolean;
  /** The threshold rests on what no source found so far confirms. */
  readonly unconfirmed: boolean;
}

/** A sheet as a cycle keeps it: with what of it is unconfirmed. */
export interface SheetInUse {
  readonly content: ZoneSheet;
  readonly unconfirmed: readonly string[];
}

/**
 * Every threshold of a predicate, one by one, judged by the figures as they are shown. All must pass:
 * meeting every part's minimum is not enough (40 + 18.25 + 14 = 72.25 is below the 75 of WBK).
 */
export const checksOf = (
  sheet: SheetInUse,
  predicate: Predicate,
  score: ZoneScore,
): readonly Check[] =>
  sheet.content.thresholds[predicate].map((threshold) =>
    checkOf(sheet, predicate, threshold, reachedBy(score, threshold)),
  );

/** The threshold of the total alone; null where the sheet has none for the predicate. */
export function totalCheckOf(
  sheet: SheetInUse,
  predicate: Predicate,
  total: DecimalText,
): Check | null {
  const threshold = sheet.content.thresholds[predicate].find((one) => one.of === 'total');
  return threshold ? checkOf(sheet, predicate, threshold, total) : null;
}

function checkOf(
  { unconfirmed }: SheetInUse,
  predicate: Predicate,
  { id, name, minimum: required }: Threshold,
  reached: DecimalText,
): Check {
  return {
    id,
    name,
    required,
    reached,
    gap: differenceOf(reached, required),
    passed: compareDecimals(reached, required) >= 0,
    unconfirmed: isUnconfirmed(unconfirmed, `thresholds.${predicate}.${id}`),
  };
}

export const failed = (checks: readonly Check[]): readonly Check[] =>
  checks.filter(({ passed }) => !passed);

function reachedBy(score: ZoneScore, { of, part }: Threshold): DecimalText {
  if (of !== 'area' && of !== 'indicator') return score[of];
  const parts = of === 'area' ? score.areas : score.areas.flatMap(({ indicators }) => indicators);
  const found = parts.find(({ id }) => id === part);
  if (!found)
    throw new TypeError(`a threshold asks for the ${of} "${part ?? ''}" of another sheet`);
  return found.value;
}
