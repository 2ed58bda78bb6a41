import type { Decision, Refusal } from '../decider';
import { mustBeDate } from '../rules/dates';
import { firstRefusal, recordUnless, refusal } from '../rules/refusal';
import { mustCite, mustNotBeBlank } from '../rules/text';
import type { DraftPolicy } from './commands';
import { policyMustBeSound } from './content-rules';
import type { PolicyDrafted } from './events';
import type { PolicyState } from './state';

/** A version of the same first day corrects the one before; one of an earlier day would rewrite it. */
function mustNotReachBack(
  { approved }: PolicyState,
  { effectiveFrom }: DraftPolicy,
): Refusal | null {
  const previous = approved.at(-1);
  if (previous === undefined || effectiveFrom >= previous.effectiveFrom) return null;
  return refusal(
    'policy.before-previous-version',
    `version ${previous.version} applies from ${previous.effectiveFrom}, the draft from ${effectiveFrom}`,
    `Let the draft apply from ${previous.effectiveFrom} or later.`,
    'effectiveFrom',
  );
}

export const draftPolicy = (state: PolicyState, command: DraftPolicy): Decision<PolicyDrafted> =>
  recordUnless(
    mustNotBeBlank('policy', 'title', command.title) ??
      mustNotBeBlank('policy', 'legalBasis', command.legalBasis) ??
      mustCite('policy', command.source) ??
      mustBeDate('policy', 'effectiveFrom', command.effectiveFrom) ??
      firstRefusal(command.unconfirmed, (part) => mustNotBeBlank('policy', 'unconfirmed', part)) ??
      policyMustBeSound(command) ??
      mustNotReachBack(state, command),
    () => {
      const { type: _, actor, at: __, ...policy } = command;
      return {
        type: 'PolicyDrafted',
        data: { ...policy, version: state.approved.length + 1, draftedBy: actor.id },
      };
    },
  );
