import { type Decision, type Refusal, refused } from '../decider';
import { mustHaveHappened } from '../rules/dates';
import { mustHavePolicy } from '../rules/policy';
import { recordUnless, refusal } from '../rules/refusal';
import { compareDates } from '../values/calendar-date';
import type { CloseCheckpoint } from './commands';
import type { CheckpointClosed, CheckpointResult } from './events';
import { keyOf } from './milestone-rules';
import { checkpointUnknown, mustBeOpen } from './progress-rules';
import type { AdoptedPlan, TrackedCheckpoint, TrackedItem, TrackedTarget } from './state';
import { trafficLight } from './traffic-light';

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
function percentages(target: TrackedTarget | undefined) {
  const progress = target?.progress;
  switch (progress?.status) {
    case 'reported':
      return { claimed: progress.report.claimed, verified: null };
    case 'verified':
      return { claimed: progress.report.claimed, verified: progress.verified };
    case 'open':
    case 'returned':
    case undefined:
      return { claimed: null, verified: null };
  }
}

/** A claim that nobody verified in time gives no colour. */
function resultOf(
  { id: item, targets }: TrackedItem,
  { checkpoint, policy }: CloseCheckpoint,
): CheckpointResult {
  const found = targets.find((target) => target.checkpoint === checkpoint);
  const { claimed, verified } = percentages(found);
  const light = policy && trafficLight(policy.content, found?.target ?? null, verified);
  return { item, claimed, verified, light };
}

/**
 * From now on the checkpoint takes no report, verification, return or revision, and every item keeps
 * the colour it has by the policy in force on the day of the checkpoint.
 */
export function closeCheckpoint(
  state: AdoptedPlan,
  command: CloseCheckpoint,
): Decision<CheckpointClosed> {
  const found = state.checkpoints.find(({ id }) => id === command.checkpoint);
  if (!found) return refused(checkpointUnknown(state, command.checkpoint));
  return recordUnless(
    mustBeOpen(found) ??
      mustHaveHappened('plan', 'closedOn', command.closedOn, command.at) ??
      mustBeDue(found, command) ??
      mustHavePolicy('plan', 'plan-traffic-light', found.dueOn, command.policy),
    () => ({
      type: 'CheckpointClosed',
      data: {
        ...keyOf(state),
        checkpoint: found.id,
        closedOn: command.closedOn,
        closedBy: command.actor.id,
        policyVersion: command.policy?.version ?? null,
        results: state.items.map((item) => resultOf(item, command)),
      },
    }),
  );
}
