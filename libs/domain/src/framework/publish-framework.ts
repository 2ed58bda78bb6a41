import { accepted, type Decision, refused } from '../decider';
import { refusal } from '../rules/refusal';
import type { PublishFramework } from './commands';
import type { FrameworkPublished } from './events';
import type { FrameworkState } from './state';

/** Policy that ranks regions is never one person's: drafter and approver differ (Jejak's own rule). */
export function publishFramework(
  { draft }: FrameworkState,
  { instrument, year, actor }: PublishFramework,
): Decision<FrameworkPublished> {
  if (!draft) {
    return refused(
      refusal(
        'framework.nothing-to-publish',
        `${instrument} ${year} has no unpublished draft`,
        'Draft a version first.',
      ),
    );
  }
  if (draft.draftedBy === actor.id) {
    return refused(
      refusal(
        'framework.approver-is-drafter',
        `version ${draft.version} of ${instrument} ${year} was drafted by ${actor.id}, who now approves it`,
        'Let a second person approve it.',
      ),
    );
  }
  return accepted({
    type: 'FrameworkPublished',
    data: { instrument, year, version: draft.version, approvedBy: actor.id },
  });
}
