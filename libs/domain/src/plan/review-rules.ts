import type { Actor } from '../command-context';
import type { Refusal } from '../decider';
import { refusal } from '../rules/refusal';
import { mustNotBeVerified } from './milestone-rules';
import { lastReport, type TrackedMilestone } from './state';

/**
 * Nobody judges their own report, whatever became of it since: asked first, so that a reporter never
 * learns to wait for a state in which it would pass. Jejak's own rule; no source found states it.
 */
function mustNotBeReporter(milestone: TrackedMilestone, actor: Actor): Refusal | null {
  if (lastReport(milestone)?.reportedBy !== actor.id) return null;
  return refusal(
    'plan.verifier-is-reporter',
    `milestone ${milestone.id} was last reported by ${actor.id}, who now reviews it`,
    'Let somebody else verify or return it.',
  );
}

const mustBeReported = ({ id, progress }: TrackedMilestone): Refusal | null =>
  progress.status === 'reported'
    ? null
    : refusal(
        'plan.milestone-not-reported',
        `milestone ${id} is ${progress.status}`,
        'Report it first.',
        'milestone',
      );

/** What verifying and returning ask of a milestone and of the one who does it. */
export const mustBeReviewableBy = (milestone: TrackedMilestone, actor: Actor): Refusal | null =>
  mustNotBeReporter(milestone, actor) ?? mustNotBeVerified(milestone) ?? mustBeReported(milestone);
