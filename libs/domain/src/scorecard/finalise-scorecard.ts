import { accepted, type Decision, refused } from '../decider';
import { refusal } from '../rules/refusal';
import { areaScores, total, unscoredAreas } from './computed-score';
import type { ScorecardFinalised } from './events';
import { keyOf } from './key';
import { describe } from './scoring-rules';
import type { OpenedScorecard } from './state';

/** Closes the scoring once: everything is scored or counts as zero, and what counts as zero is named. */
export function finaliseScorecard(state: OpenedScorecard): Decision<ScorecardFinalised> {
  if (state.status === 'finalised') {
    return refused(
      refusal(
        'scorecard.already-finalised',
        `${describe(state)} is finalised at ${state.finalised.computed ?? 'no computed score'}`,
        'Nothing remains to be done; correct it by an amendment.',
      ),
    );
  }
  return accepted({
    type: 'ScorecardFinalised',
    data: {
      ...keyOf(state),
      computed: total(state),
      areas: areaScores(state),
      countedAsZero: unscoredAreas(state),
    },
  });
}
