import { type Decision, type Refusal, refused } from '../decider';
import { recordUnless } from '../rules/refusal';
import { mustNotBeBlank } from '../rules/text';
import type { ReturnProgress } from './commands';
import type { ProgressReturned } from './events';
import { keyOf } from './milestone-rules';
import {
  type JudgedItem,
  lookUpProgress,
  mustBeOpen,
  mustNotJudgeOwnReport,
  progressNotReported,
} from './progress-rules';
import type { AdoptedPlan } from './state';

const mustStand = (judged: JudgedItem): Refusal | null => {
  const { status } = judged.target.progress;
  return status === 'reported' || status === 'verified' ? null : progressNotReported(judged);
};

/**
 * A return says why, so that the next report can answer it. What was verified by mistake is returned
 * too, as long as its checkpoint is open: nothing is overwritten, a new report follows.
 */
export function returnProgress(
  state: AdoptedPlan,
  command: ReturnProgress,
): Decision<ProgressReturned> {
  const { found, missing } = lookUpProgress(state, command);
  if (missing) return refused(missing);
  return recordUnless(
    mustNotJudgeOwnReport(found, command.actor) ??
      mustBeOpen(found.checkpoint) ??
      mustStand(found) ??
      mustNotBeBlank('plan', 'reason', command.reason),
    () => ({
      type: 'ProgressReturned',
      data: {
        ...keyOf(state),
        item: command.item,
        checkpoint: command.checkpoint,
        returnedBy: command.actor.id,
        reason: command.reason,
      },
    }),
  );
}
