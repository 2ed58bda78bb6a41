import { isAfter } from '../calendar';
import type { Decision, Refusal } from '../decider';
import { mustNameContent } from '../rules/evidence';
import { recordUnless, refusal } from '../rules/refusal';
import { mustNotBeBlank } from '../rules/text';
import type { AnswerInformation } from './commands';
import type { InformationAnswered } from './events';
import { aboutRequest, mustFollow } from './rules';
import type { InformationState, OpenedRequest } from './state';

function mustBeUnanswered({ answer, decidedOn }: OpenedRequest): Refusal | null {
  if (answer === null && decidedOn === null) return null;
  return refusal(
    'information.no-longer-open',
    answer === null
      ? `the objection was decided on ${decidedOn ?? ''}`
      : `it was answered on ${answer.on}`,
    'Nothing was changed. What the superior orders stands in the decision on the objection.',
  );
}

/** Who withholds information says why (UU 14/2008 art. 17 and 22 paragraph 7). */
const groundMustBeGiven = ({ outcome, ground }: AnswerInformation): Refusal | null =>
  outcome === 'granted' || ground !== null
    ? null
    : refusal(
        'information.ground-missing',
        `the outcome is ${outcome}, and no ground is given`,
        'Name the exemption, or say why it is not held.',
        'ground',
      );

/** A late answer is recorded as late, also after an objection against the silence. */
export const answerInformation = (
  state: InformationState,
  command: AnswerInformation,
): Decision<InformationAnswered> =>
  aboutRequest(state, (opened) => {
    const { answeredOn, outcome, ground, evidence, actor, at } = command;
    const { request, region, answerBy } = opened;
    return recordUnless(
      mustFollow(opened, 'answeredOn', answeredOn, at) ??
        mustBeUnanswered(opened) ??
        groundMustBeGiven(command) ??
        mustNotBeBlank('information', 'ground', ground) ??
        mustNameContent('information', evidence),
      () => ({
        type: 'InformationAnswered',
        data: {
          ...{ request, region, answeredOn, outcome, ground, evidence },
          late: isAfter(answeredOn, answerBy),
          answeredBy: actor.id,
        },
      }),
    );
  });
