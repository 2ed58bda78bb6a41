import { countTerm } from '../calendar';
import { type Decision, refused } from '../decider';
import { mustHaveHappened } from '../rules/dates';
import { mustBePseudonym } from '../rules/pseudonym';
import { recordUnless, refusal } from '../rules/refusal';
import { mustBeRegistered } from '../rules/region';
import { mustBeSlug, mustNotBeBlank } from '../rules/text';
import { underPolicy } from '../rules/under-policy';
import type { RequestInformation } from './commands';
import type { InformationRequested } from './events';
import { inWorkingDays } from './rules';
import type { InformationState } from './state';

/** Opens a request and sets the last day for its answer (UU 14/2008 art. 22). */
export function requestInformation(
  state: InformationState,
  command: RequestInformation,
): Decision<InformationRequested> {
  const { request, region, regionRegistered, requester, office, asked } = command;
  const { receivedOn, terms, calendars, actor, at } = command;
  const unsound =
    mustBeSlug('information', 'request', request) ??
    (state.status === 'opened'
      ? refusal(
          'information.already-requested',
          `request ${request} was received on ${state.receivedOn}`,
          'Give another request an identifier of its own.',
          'request',
        )
      : null) ??
    mustBeRegistered('information', region, regionRegistered) ??
    mustBePseudonym('information', 'requester', requester) ??
    mustNotBeBlank('information', 'office', office) ??
    mustNotBeBlank('information', 'asked', asked) ??
    mustHaveHappened('information', 'receivedOn', receivedOn, at);
  if (unsound) return refused(unsound);
  return underPolicy('information', 'information-terms', receivedOn, terms, (policy) => {
    const { answer } = policy.content;
    const term = countTerm(inWorkingDays('answer', receivedOn, answer, receivedOn), calendars);
    const countedBy = { termsVersion: policy.version, calendarVersion: term.calendarVersion };
    return recordUnless(null, () => ({
      type: 'InformationRequested',
      data: {
        ...{ request, region, requester, office, asked, receivedOn },
        dueOn: term.dueOn,
        counted: [term],
        terms: policy.content,
        countedBy,
        recordedBy: actor.id,
      },
    }));
  });
}
