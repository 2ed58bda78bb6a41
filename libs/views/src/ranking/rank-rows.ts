import { competitionRanks, compareScores } from './competition-rank';
import type { RankingBasis, RankingRow, ShownScore } from './ranking-reply';

const withoutRank = { rank: null, rankLabel: null, tie: false, rankBetween: null } as const;

/**
 * The scores with the ranks that are certain. A provisional score is never said to have lost against
 * a final one, so mixed statuses withhold every rank; missing units leave a range.
 */
export function rankRows(
  scores: readonly ShownScore[],
  { mixedStatus, complete, unitsAssessed, unitsTotal }: RankingBasis,
): readonly RankingRow[] {
  if (mixedStatus) {
    const withheld = { ...withoutRank, rankWithheld: 'mixed-status' } as const;
    return scores.map((score) => ({ ...score, ...withheld })).sort(byCode);
  }
  const ranks = competitionRanks(scores.map(({ value }) => value));
  const ranked = scores
    .map((score, place) => ({ score, rank: ranks[place] ?? 1 }))
    .sort((a, b) => compareScores(a.score.value, b.score.value) || byCode(a.score, b.score));
  if (complete) return ranked.map(({ score, rank }) => withRank(score, rank, ranks));

  const unknown = unitsTotal - unitsAssessed;
  const allRegistered = scores.every(({ region }) => region.name !== null);
  return ranked.map(({ score, rank }) => ({
    ...score,
    ...withoutRank,
    rankBetween: allRegistered ? [rank, rank + unknown] : null,
    rankWithheld: 'incomplete',
  }));
}

function withRank(score: ShownScore, rank: number, ranks: readonly number[]): RankingRow {
  const tie = ranks.filter((other) => other === rank).length > 1;
  const rankLabel = tie ? `${rank}=` : String(rank);
  return { ...score, rank, rankLabel, tie, rankBetween: null, rankWithheld: null };
}

const byCode = (a: ShownScore, b: ShownScore): number => (a.region.code < b.region.code ? -1 : 1);
