import { countTerm } from '../calendar';
import { type Decision, type Refusal, refused } from '../decider';
import { mustHaveHappened } from '../rules/dates';
import { mustBePseudonym } from '../rules/pseudonym';
import { recordUnless, refusal } from '../rules/refusal';
import { underPolicy } from '../rules/under-policy';
import type { RequestErasure } from './commands';
import type { ErasureRequested } from './events';
import { mustFollow } from './rules';
import { type ErasureState, isAsked } from './state';

/** One key seals all of a subject: no office destroys what another one sealed. */
function mustBeHeldThere({ subject, region, heldBy }: RequestErasure): Refusal | null {
  if (!heldBy.includes(region)) {
    return refusal(
      'erasure.subject-unknown',
      `nothing in region ${region} is sealed under ${subject}`,
      'Correct the UUID: that of a complaint for its text, that of a reporter for their identity.',
      'region',
    );
  }
  return heldBy.length === 1
    ? null
    : refusal(
        'erasure.held-elsewhere',
        `another region sealed something under ${subject} too`,
        'Find out with the other region how one UUID came to stand for two.',
      );
}

function mustBeAskable(state: ErasureState): Refusal | null {
  if (!isAsked(state) || state.status === 'refused') return null;
  return state.status === 'shredded'
    ? refusal(
        'erasure.already-shredded',
        'the key of this subject was destroyed',
        'Nothing was changed: there is nothing left to erase.',
      )
    : refusal(
        'erasure.already-requested',
        `request ${state.key.request} of this subject is ${state.status}`,
        'Carry that one through; one is open at a time.',
      );
}

/** Opens a request and sets the last day for its execution (UU 27/2022 art. 8 and 14). */
export function requestErasure(
  state: ErasureState,
  command: RequestErasure,
): Decision<ErasureRequested> {
  const { subject, region, channel, receivedOn, rules, actor, at } = command;
  const unsound =
    mustBePseudonym('erasure', 'subject', subject) ??
    mustBeHeldThere(command) ??
    mustBeAskable(state) ??
    (isAsked(state)
      ? mustFollow(state, 'receivedOn', receivedOn, at)
      : mustHaveHappened('erasure', 'receivedOn', receivedOn, at));
  if (unsound) return refused(unsound);
  return underPolicy('erasure', 'erasure-rules', receivedOn, rules, ({ content, version }) => {
    const length = content.execution;
    const term = { term: 'execute', from: receivedOn, length, countedOn: receivedOn };
    const counted = countTerm(term, []);
    return recordUnless(null, () => ({
      type: 'ErasureRequested',
      data: {
        ...{ subject, region, request: isAsked(state) ? state.key.request + 1 : 1 },
        ...{ channel, receivedOn, counted, policyVersion: version, recordedBy: actor.id },
        executeBy: counted.dueOn ?? receivedOn,
      },
    }));
  });
}
