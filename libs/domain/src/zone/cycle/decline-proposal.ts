import type { Decision, Refusal } from '../../decider';
import { firstRefusal, recordUnless, refusal } from '../../rules/refusal';
import { mustNotBeBlank } from '../../rules/text';
import type { DeclineProposal } from './commands';
import type { ProposalDeclined } from './events';
import { keyOf, type OpenedCycle, openDuring } from './state';
import { mustBeAt, mustBeImpartial, mustFollowOn } from './step-rules';

const reasonsMustBeGiven = ({ reasons }: DeclineProposal): Refusal | null =>
  reasons.length > 0
    ? firstRefusal(reasons, (reason) => mustNotBeBlank('zone', 'reasons', reason))
    : refusal(
        'zone.no-reasons',
        'the proposal is declined without a reason',
        'Give the unit at least one reason to build on.',
        'reasons',
      );

/** From the proposal on until the panel recommends: the unit is given guidance (pembinaan). */
export const declineProposal = (
  state: OpenedCycle,
  command: DeclineProposal,
): Decision<ProposalDeclined> =>
  recordUnless(
    mustBeImpartial(state, 'TPN', command.actor) ??
      mustBeAt(state, openDuring.TPN, 'declining') ??
      mustFollowOn(state, 'declinedOn', command.declinedOn, command.at) ??
      reasonsMustBeGiven(command),
    () => ({
      type: 'ProposalDeclined',
      data: {
        ...keyOf(state),
        declinedOn: command.declinedOn,
        reasons: command.reasons,
        declinedBy: command.actor.id,
      },
    }),
  );
