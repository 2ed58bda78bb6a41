import { countTerm, isAfter, lastDayInWords } from '../calendar';
import { accepted, type Decision, type Refusal, refused } from '../decider';
import { refusal } from '../rules/refusal';
import { mustNotBeBlank } from '../rules/text';
import type { ObjectToInformation } from './commands';
import type { InformationObjected } from './events';
import { aboutRequest, inWorkingDays, mustFollow } from './rules';
import type { InformationState, OpenedRequest } from './state';

/** Silence can be objected to only once the term for the answer has passed. */
function mustBeObjectionable(
  { answer, objection, answerBy }: OpenedRequest,
  { objectedOn }: ObjectToInformation,
): Refusal | null {
  if (objection !== null) {
    return refusal(
      'information.already-objected',
      `an objection was received on ${objection.on}`,
      'Nothing was changed; the objection stands.',
    );
  }
  return answer !== null || isAfter(objectedOn, answerBy) !== false
    ? null
    : refusal(
        'information.objection-too-early',
        `there is no answer yet, and there is time for one until ${lastDayInWords(answerBy)}`,
        'Object to the silence from the day after that on.',
        'objectedOn',
      );
}

const tooLate = (objectedOn: string, lastDay: string): Refusal =>
  refusal(
    'information.objection-too-late',
    `an objection could be made until ${lastDay}, and came on ${objectedOn}`,
    'Make a new request; an objection after the term is not one (UU 14/2008 art. 36).',
    'objectedOn',
  );

/** Within the term after the answer or after the silence; sets the last day for the decision. */
export const objectToInformation = (
  state: InformationState,
  command: ObjectToInformation,
): Decision<InformationObjected> =>
  aboutRequest(state, (opened) => {
    const { objectedOn, ground, explanation, calendars, actor, at } = command;
    const { request, region, asked, terms, countedBy, answer, answerBy } = opened;
    const unsound =
      mustFollow(opened, 'objectedOn', objectedOn, at) ??
      mustNotBeBlank('information', 'explanation', explanation) ??
      mustBeObjectionable(opened, command);
    if (unsound) return refused(unsound);
    const from = answer?.on ?? answerBy.dueOn;
    const window =
      from && countTerm(inWorkingDays('objection', from, terms.objection, objectedOn), calendars);
    if (window && isAfter(objectedOn, window) === true) {
      return refused(tooLate(objectedOn, lastDayInWords(window)));
    }
    const term = countTerm(
      inWorkingDays('decision', objectedOn, terms.decision, objectedOn),
      calendars,
    );
    return accepted({
      type: 'InformationObjected',
      data: {
        ...{ request, region, asked, objectedOn, ground, explanation },
        decideBy: term.dueOn,
        counted: [term],
        countedBy: { ...countedBy, calendarVersion: term.calendarVersion },
        recordedBy: actor.id,
      },
    });
  });
