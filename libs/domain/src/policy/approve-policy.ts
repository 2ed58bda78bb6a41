import { type Decision, type Refusal, refused } from '../decider';
import { recordUnless, refusal } from '../rules/refusal';
import type { ApprovePolicy } from './commands';
import type { PolicyApproved } from './events';
import type { PolicyDraft, PolicyState } from './state';

const mustNotBeDrafter = (
  { version, draftedBy }: PolicyDraft,
  { kind, actor }: ApprovePolicy,
): Refusal | null =>
  draftedBy === actor.id
    ? refusal(
        'policy.approver-is-drafter',
        `version ${version} of ${kind} was drafted by ${actor.id}, who now approves it`,
        'Let a second person approve it.',
      )
    : null;

/** A draft can be replaced while somebody reads it: nobody approves what they have not seen. */
const mustBeTheDraftRead = (
  draft: PolicyDraft,
  { kind, contentSha256 }: ApprovePolicy,
): Refusal | null =>
  draft.contentSha256 === contentSha256
    ? null
    : refusal(
        'policy.another-draft',
        `the draft that waits is version ${draft.version} with the digest ${draft.contentSha256}, not ${contentSha256}`,
        `Read the draft at /v1/policies/${kind}/draft, and approve it by its contentSha256.`,
        'contentSha256',
      );

/** Policy that judges people is never one person's: drafter and approver differ (Jejak's own rule). */
export function approvePolicy(
  { draft }: PolicyState,
  command: ApprovePolicy,
): Decision<PolicyApproved> {
  const { kind, actor } = command;
  if (!draft) {
    return refused(
      refusal(
        'policy.nothing-to-approve',
        `the policy ${kind} has no draft that waits`,
        'Draft a version first.',
      ),
    );
  }
  return recordUnless(
    mustNotBeDrafter(draft, command) ?? mustBeTheDraftRead(draft, command),
    () => ({
      type: 'PolicyApproved',
      data: { kind, version: draft.version, approvedBy: actor.id },
    }),
  );
}
