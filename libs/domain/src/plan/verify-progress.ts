import { type Decision, refused } from '../decider';
import { canonical } from '../rules/numbers';
import { recordUnless, refusal } from '../rules/refusal';
import { mustNotBeBlank } from '../rules/text';
import type { VerifyProgress } from './commands';
import type { ProgressVerified } from './events';
import { keyOf } from './milestone-rules';
import {
  lookUpProgress,
  mustBeOpen,
  mustBePercent,
  mustNotJudgeOwnReport,
  progressNotReported,
} from './progress-rules';
import type { AdoptedPlan } from './state';

/** What the verifier found stands beside what was claimed; neither replaces the other. */
export function verifyProgress(
  state: AdoptedPlan,
  command: VerifyProgress,
): Decision<ProgressVerified> {
  const { found, missing } = lookUpProgress(state, command);
  if (missing) return refused(missing);
  const refusedFor = mustNotJudgeOwnReport(found, command.actor) ?? mustBeOpen(found.checkpoint);
  if (refusedFor) return refused(refusedFor);
  const { progress } = found.target;
  if (progress.status === 'verified') {
    return refused(
      refusal(
        'plan.progress-already-verified',
        `${progress.verified} percent were verified by ${progress.verifiedBy}`,
        'Return the report first if they were wrong.',
        'checkpoint',
      ),
    );
  }
  if (progress.status !== 'reported') return refused(progressNotReported(found));
  return recordUnless(
    mustBePercent('verified', command.verified) ?? mustNotBeBlank('plan', 'note', command.note),
    () => ({
      type: 'ProgressVerified',
      data: {
        ...keyOf(state),
        item: command.item,
        checkpoint: command.checkpoint,
        claimed: progress.report.claimed,
        verified: canonical(command.verified),
        verifiedBy: command.actor.id,
        note: command.note,
      },
    }),
  );
}
