import { type Decision, type Refusal, refused } from '../decider';
import { recordUnless, refusal } from '../rules/refusal';
import type { PublishFramework } from './commands';
import type { FrameworkPublished } from './events';
import type { FrameworkDraft, FrameworkState } from './state';

const mustBeSecondPerson = (
  { version, draftedBy }: FrameworkDraft,
  { instrument, year, actor }: PublishFramework,
): Refusal | null =>
  draftedBy === actor.id
    ? refusal(
        'framework.approver-is-drafter',
        `version ${version} of ${instrument} ${year} was drafted by ${actor.id}, who now approves it`,
        'Let a second person approve it.',
      )
    : null;

/** A draft can be replaced under its number while it is read: what is published is what was seen. */
function mustBeAsRead(draft: FrameworkDraft, read: PublishFramework): Refusal | null {
  const isVersion = draft.version === read.version;
  if (isVersion && draft.contentSha256 === read.contentSha256) return null;
  const { instrument, year } = read;
  return refusal(
    'framework.another-draft',
    `version ${draft.version} waits with the digest ${draft.contentSha256}, not version ${read.version} with ${read.contentSha256}`,
    `Read the draft at /v1/frameworks/${instrument}/${year}/draft, and publish it by its version and contentSha256.`,
    isVersion ? 'contentSha256' : 'version',
  );
}

/** Policy that ranks regions is never one person's: drafter and approver differ (Jejak's own rule). */
export function publishFramework(
  { draft }: FrameworkState,
  command: PublishFramework,
): Decision<FrameworkPublished> {
  const { instrument, year, actor } = command;
  if (!draft) {
    return refused(
      refusal(
        'framework.nothing-to-publish',
        `${instrument} ${year} has no unpublished draft`,
        'Draft a version first.',
      ),
    );
  }
  return recordUnless(mustBeSecondPerson(draft, command) ?? mustBeAsRead(draft, command), () => ({
    type: 'FrameworkPublished',
    data: { instrument, year, version: draft.version, approvedBy: actor.id },
  }));
}
