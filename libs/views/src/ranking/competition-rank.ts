import type { DecimalText } from '@jejak/domain';
import Big from 'big.js';

/** Negative when `a` ranks before `b`: the higher decimal first. Exact, whatever the precision. */
export const compareScores = (a: DecimalText, b: DecimalText): number => Big(b).cmp(Big(a));

/**
 * Standard competition ranks (1, 2, 3, 3, 5) of scores, each at its score's place: one more than the
 * number of scores that are higher. Equal decimals share a rank, `65` and `65.0` included.
 */
export function competitionRanks(scores: readonly DecimalText[]): readonly number[] {
  const order = scores.map((score, place) => ({ score, place }));
  order.sort((a, b) => compareScores(a.score, b.score));
  const ranks = new Array<number>(scores.length);
  let shared = 1;
  order.forEach(({ score, place }, index) => {
    const before = order[index - 1];
    if (before && compareScores(before.score, score) !== 0) shared = index + 1;
    ranks[place] = shared;
  });
  return ranks;
}
