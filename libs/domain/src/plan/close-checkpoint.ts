import { type Decision, type Refusal, refused } from '../decider';
import { mustHaveHappened } from '../rules/dates';
import { recordUnless, refusal } from '../rules/refusal';
import { compareDates } from '../values/calendar-date';
import type { CloseCheckpoint } from './commands';
import type { CheckpointClosed, CheckpointResult } from './events';
import { keyOf } from './milestone-rules';
import { checkpointUnknown, mustBeOpen } from './progress-rules';
import type { AdoptedPlan, TrackedCheckpoint, TrackedItem } from './state';

/** Nobody loses a day that a plan gave them. */
const mustBeDue = (
  { id, dueOn }: TrackedCheckpoint,
  { closedOn }: CloseCheckpoint,
): Refusal | null =>
  compareDates(closedOn, dueOn) >= 0
    ? null
    : refusal(
        'plan.checkpoint-not-due',
        `checkpoint ${id} falls on ${dueOn} and would be closed on ${closedOn}`,
        `Close it on ${dueOn} or later.`,
        'closedOn',
      );

/** What was returned and not reported again counts as not reported. */
function resultOf({ id: item, targets }: TrackedItem, checkpoint: string): CheckpointResult {
  const progress = targets.find((target) => target.checkpoint === checkpoint)?.progress;
  switch (progress?.status) {
    case 'reported':
      return { item, claimed: progress.report.claimed, verified: null };
    case 'verified':
      return { item, claimed: progress.report.claimed, verified: progress.verified };
    case 'open':
    case 'returned':
    case undefined:
      return { item, claimed: null, verified: null };
  }
}

/** From now on the checkpoint takes no report, verification, return or revision. */
export function closeCheckpoint(
  state: AdoptedPlan,
  command: CloseCheckpoint,
): Decision<CheckpointClosed> {
  const found = state.checkpoints.find(({ id }) => id === command.checkpoint);
  if (!found) return refused(checkpointUnknown(state, command.checkpoint));
  return recordUnless(
    mustBeOpen(found) ??
      mustHaveHappened('plan', 'closedOn', command.closedOn, command.at) ??
      mustBeDue(found, command),
    () => ({
      type: 'CheckpointClosed',
      data: {
        ...keyOf(state),
        checkpoint: found.id,
        closedOn: command.closedOn,
        closedBy: command.actor.id,
        results: state.items.map((item) => resultOf(item, found.id)),
      },
    }),
  );
}
