import type { Decision, Refusal } from '../decider';
import { mustHaveHappened } from '../rules/dates';
import { canonical } from '../rules/numbers';
import { firstRefusal, recordUnless, refusal } from '../rules/refusal';
import { mustCite } from '../rules/text';
import { firstRepeated } from '../values/identifier';
import type { RecordAreaScores } from './commands';
import type { AreaScoresRecorded } from './events';
import { keyOf } from './key';
import { areaMustApply, mustFitScale, mustNotBeFinalised } from './scoring-rules';
import type { OpenedScorecard } from './state';

function eachAreaOnce({ scores }: RecordAreaScores): Refusal | null {
  if (scores.length === 0) {
    return refusal(
      'scorecard.no-area-scores',
      'no area score is given',
      'Give the score of at least one area.',
      'scores',
    );
  }
  const repeated = firstRepeated(scores.map(({ area }) => area));
  return repeated === null
    ? null
    : refusal(
        'scorecard.area-repeated',
        `area ${repeated} is scored more than once`,
        'Give each area one score.',
        'scores',
      );
}

/** An area of evidence has no score but that of its evidence. */
function mustHaveNoEvidence({ opened }: OpenedScorecard, area: string): Refusal | null {
  const indicators = opened.areas.find(({ id }) => id === area)?.indicators ?? [];
  return indicators.every(({ subIndicators }) => subIndicators === null)
    ? null
    : refusal(
        'scorecard.scored-by-evidence',
        `area ${area} has sub-indicators`,
        'Submit their evidence and let it be verified, or record what was published as published.',
        'scores',
      );
}

export const recordAreaScores = (
  state: OpenedScorecard,
  command: RecordAreaScores,
): Decision<AreaScoresRecorded> =>
  recordUnless(
    mustNotBeFinalised(state) ??
      eachAreaOnce(command) ??
      firstRefusal(
        command.scores,
        ({ area, score }) =>
          areaMustApply(state, area) ??
          mustHaveNoEvidence(state, area) ??
          mustFitScale(state, `score of ${area}`, score),
      ) ??
      mustHaveHappened('scorecard', 'asOf', command.asOf, command.at) ??
      mustCite('scorecard', command.source),
    () => ({
      type: 'AreaScoresRecorded',
      data: {
        ...keyOf(state),
        scores: command.scores.map(({ area, score }) => ({ area, score: canonical(score) })),
        asOf: command.asOf,
        source: command.source,
      },
    }),
  );
