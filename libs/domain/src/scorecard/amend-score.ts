import { type Decision, type Refusal, refused } from '../decider';
import { canonical } from '../rules/numbers';
import { recordUnless, refusal } from '../rules/refusal';
import { mustNotBeBlank } from '../rules/text';
import type { DecimalText } from '../values';
import { compareDecimals } from '../values/decimal';
import type { AmendScore } from './commands';
import { standingScore } from './computed-score';
import type { ScoreAmended } from './events';
import { keyOf } from './key';
import { judgeMustBeOutside, mustFitScale } from './scoring-rules';
import type { OpenedScorecard } from './state';

interface Standing {
  readonly value: DecimalText | null;
}

/** What is to be amended, with the value it has now; null when there is no such thing. */
function standing(state: OpenedScorecard, subject: AmendScore['subject']): Standing | null {
  if (subject === 'finalised') {
    return state.status === 'finalised' ? { value: standingScore(state) } : null;
  }
  const found = state.publications.find(({ publication }) => publication === subject);
  return found ? { value: found.amendedTo ?? found.value } : null;
}

const subjectUnknown = ({ subject }: AmendScore): Refusal =>
  subject === 'finalised'
    ? refusal(
        'scorecard.amendment-subject-unknown',
        'the scorecard is not finalised',
        'Name the publication that is wrong; what was scored is judged again until it is finalised.',
        'subject',
      )
    : refusal(
        'scorecard.amendment-subject-unknown',
        `the scorecard has no publication ${subject}`,
        'Name a recorded publication by its number.',
        'subject',
      );

const mustDiffer = ({ value }: Standing, { to }: AmendScore): Refusal | null =>
  value !== null && compareDecimals(value, to) === 0
    ? refusal(
        'scorecard.amendment-changes-nothing',
        `the score is ${value} already`,
        'Give the corrected value, or leave the score as it is.',
        'to',
      )
    : null;

/** A correction is a fact of its own, with reason and decision; what it corrects stays readable. */
export function amendScore(state: OpenedScorecard, command: AmendScore): Decision<ScoreAmended> {
  const inside = judgeMustBeOutside(state, command);
  if (inside) return refused(inside);
  const before = standing(state, command.subject);
  if (!before) return refused(subjectUnknown(command));
  return recordUnless(
    mustFitScale(state, 'to', command.to) ??
      mustDiffer(before, command) ??
      mustNotBeBlank('scorecard', 'reason', command.reason) ??
      mustNotBeBlank('scorecard', 'decision', command.decision),
    () => ({
      type: 'ScoreAmended',
      data: {
        ...keyOf(state),
        subject: command.subject,
        from: before.value,
        to: canonical(command.to),
        reason: command.reason,
        decision: command.decision,
      },
    }),
  );
}
