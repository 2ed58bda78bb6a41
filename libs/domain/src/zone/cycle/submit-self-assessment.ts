import type { Decision } from '../../decider';
import { recordUnless } from '../../rules/refusal';
import type { SubmitSelfAssessment } from './commands';
import { mustBeComplete, resultOf } from './completeness';
import type { SelfAssessmentSubmitted } from './events';
import { keyOf, type OpenedCycle } from './state';
import { mustBeAt, mustFollowOn } from './step-rules';

/** Closes the unit's own set of answers for good (penilaian mandiri). */
export const submitSelfAssessment = (
  state: OpenedCycle,
  command: SubmitSelfAssessment,
): Decision<SelfAssessmentSubmitted> =>
  recordUnless(
    mustBeAt(state, ['building'], 'the self assessment') ??
      mustFollowOn(state, 'submittedOn', command.submittedOn, command.at) ??
      mustBeComplete(state, 'SELF'),
    () => ({
      type: 'SelfAssessmentSubmitted',
      data: {
        ...keyOf(state),
        ...resultOf(state, 'SELF'),
        submittedOn: command.submittedOn,
        submittedBy: command.actor.id,
      },
    }),
  );
