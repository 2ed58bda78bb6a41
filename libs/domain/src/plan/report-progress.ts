import { type Decision, type Refusal, refused } from '../decider';
import { mustHaveHappened } from '../rules/dates';
import { mustNameContent } from '../rules/evidence';
import { canonical } from '../rules/numbers';
import { recordUnless, refusal } from '../rules/refusal';
import { mustNotBeBlank } from '../rules/text';
import { compareDates } from '../values/calendar-date';
import type { ReportProgress } from './commands';
import type { ProgressReported } from './events';
import { keyOf } from './milestone-rules';
import { type JudgedItem, lookUpProgress, mustBeOpen, mustBePercent } from './progress-rules';
import type { AdoptedPlan } from './state';

/** One current report for each item and checkpoint: the next one follows its return. */
function mustNotStand({ target: { checkpoint, progress } }: JudgedItem): Refusal | null {
  if (progress.status === 'reported') {
    return refusal(
      'plan.progress-already-reported',
      `${progress.report.claimed} percent at ${checkpoint} wait, reported by ${progress.report.reportedBy}`,
      'Wait for their verification or return.',
      'checkpoint',
    );
  }
  return progress.status === 'verified'
    ? refusal(
        'plan.progress-already-verified',
        `${progress.verified} percent at ${checkpoint} were verified by ${progress.verifiedBy}`,
        'Ask the verifier to return the report if it was wrong.',
        'checkpoint',
      )
    : null;
}

/** Something that nothing supports is no progress; that nothing was done needs no document. */
const mustBringEvidence = ({ claimed, evidence }: ReportProgress): Refusal | null =>
  evidence.length > 0 || canonical(claimed) === '0'
    ? null
    : refusal(
        'plan.evidence-missing',
        `nothing supports that ${claimed} percent were reached`,
        'Give at least one document, or claim 0.',
        'evidence',
      );

/** Lateness is recorded and refuses nothing until the checkpoint is closed (Jejak's own rule). */
export function reportProgress(
  state: AdoptedPlan,
  command: ReportProgress,
): Decision<ProgressReported> {
  const { found, missing } = lookUpProgress(state, command);
  if (missing) return refused(missing);
  return recordUnless(
    mustBeOpen(found.checkpoint) ??
      mustNotStand(found) ??
      mustBePercent('claimed', command.claimed) ??
      mustHaveHappened('plan', 'reportedOn', command.reportedOn, command.at) ??
      mustBringEvidence(command) ??
      mustNameContent('plan', command.evidence) ??
      mustNotBeBlank('plan', 'note', command.note),
    () => ({
      type: 'ProgressReported',
      data: {
        ...keyOf(state),
        item: command.item,
        checkpoint: command.checkpoint,
        claimed: canonical(command.claimed),
        evidence: command.evidence.map(({ sha256, title }) => ({ sha256, title })),
        note: command.note,
        reportedOn: command.reportedOn,
        reportedBy: command.actor.id,
        late: compareDates(command.reportedOn, found.checkpoint.dueOn) > 0,
      },
    }),
  );
}
