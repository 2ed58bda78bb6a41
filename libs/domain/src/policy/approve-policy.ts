import { accepted, type Decision, refused } from '../decider';
import { refusal } from '../rules/refusal';
import type { ApprovePolicy } from './commands';
import type { PolicyApproved } from './events';
import type { PolicyState } from './state';

/** Policy that judges people is never one person's: drafter and approver differ (Jejak's own rule). */
export function approvePolicy(
  { draft }: PolicyState,
  { kind, actor }: ApprovePolicy,
): Decision<PolicyApproved> {
  if (!draft) {
    return refused(
      refusal(
        'policy.nothing-to-approve',
        `the policy ${kind} has no draft that waits`,
        'Draft a version first.',
      ),
    );
  }
  if (draft.draftedBy === actor.id) {
    return refused(
      refusal(
        'policy.approver-is-drafter',
        `version ${draft.version} of ${kind} was drafted by ${actor.id}, who now approves it`,
        'Let a second person approve it.',
      ),
    );
  }
  return accepted({
    type: 'PolicyApproved',
    data: { kind, version: draft.version, approvedBy: actor.id },
  });
}
