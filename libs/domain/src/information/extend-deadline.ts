import { countTerm, isAfter, lastDayInWords } from '../calendar';
import { accepted, type Decision, type Refusal, refused } from '../decider';
import { refusal } from '../rules/refusal';
import { mustNotBeBlank } from '../rules/text';
import type { ExtendInformationDeadline } from './commands';
import type { InformationDeadlineExtended } from './events';
import { aboutRequest, inWorkingDays, mustFollow } from './rules';
import type { InformationState, OpenedRequest } from './state';

function mustBeExtensible(
  { extendedOn, answer, objection, answerBy }: OpenedRequest,
  { extendedOn: on }: ExtendInformationDeadline,
): Refusal | null {
  if (extendedOn !== null) {
    return refusal(
      'information.already-extended',
      `the term was extended on ${extendedOn}`,
      'A term is extended once (UU 14/2008 art. 22 paragraph 8): answer the request.',
    );
  }
  if (answer !== null || objection !== null) {
    return refusal(
      'information.no-longer-open',
      answer === null ? 'the requester has objected' : `it was answered on ${answer.on}`,
      'Nothing was changed; there is no term left to extend.',
    );
  }
  return isAfter(on, answerBy) !== true
    ? null
    : refusal(
        'information.extended-too-late',
        `the term ended on ${lastDayInWords(answerBy)}, before ${on}`,
        'Answer the request: it is late, and an extension does not undo that.',
        'extendedOn',
      );
}

/**
 * Once, within the term, with a reason. While the end of the term is unknown both are counted as one
 * from the receipt, which comes to the same day.
 */
export const extendDeadline = (
  state: InformationState,
  command: ExtendInformationDeadline,
): Decision<InformationDeadlineExtended> =>
  aboutRequest(state, (opened) => {
    const { extendedOn, reason, calendars, actor, at } = command;
    const { request, region, asked, terms, countedBy, answerBy, receivedOn } = opened;
    const unsound =
      mustFollow(opened, 'extendedOn', extendedOn, at) ??
      mustNotBeBlank('information', 'reason', reason) ??
      mustBeExtensible(opened, command);
    if (unsound) return refused(unsound);
    const [from, count] =
      answerBy.dueOn === null
        ? [receivedOn, terms.answer + terms.extension]
        : [answerBy.dueOn, terms.extension];
    const term = countTerm(inWorkingDays('answer', from, count, extendedOn), calendars);
    return accepted({
      type: 'InformationDeadlineExtended',
      data: {
        ...{ request, region, asked, extendedOn, reason },
        dueOn: term.dueOn,
        counted: [term],
        countedBy: { ...countedBy, calendarVersion: term.calendarVersion },
        extendedBy: actor.id,
      },
    });
  });
