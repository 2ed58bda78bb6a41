import { type Decision, type Refusal, refused } from '../decider';
import { mustHaveHappened } from '../rules/dates';
import { mustNameContent } from '../rules/evidence';
import { recordUnless, refusal } from '../rules/refusal';
import { mustNotBeBlank } from '../rules/text';
import { compareDates } from '../values/calendar-date';
import type { ReportMilestone } from './commands';
import type { MilestoneReported } from './events';
import { keyOf, lookUp, mustNotBeVerified } from './milestone-rules';
import type { AdoptedPlan, TrackedMilestone } from './state';

/** One report waits at a time; it must be verified or returned first. */
const mustNotWait = ({ id, progress }: TrackedMilestone): Refusal | null =>
  progress.status === 'reported'
    ? refusal(
        'plan.milestone-already-reported',
        `milestone ${id} was reported by ${progress.report.reportedBy} as met on ${progress.report.metOn}`,
        'Wait for its verification or return.',
        'milestone',
      )
    : null;

const mustBringEvidence = ({ item, milestone, evidence }: ReportMilestone): Refusal | null =>
  evidence.length > 0
    ? null
    : refusal(
        'plan.evidence-missing',
        `nothing supports that milestone ${milestone} of ${item} was met`,
        'Give at least one document.',
        'evidence',
      );

/** Lateness is recorded and refuses nothing: a late fact is still a fact (Jejak's own rule). */
export function reportMilestone(
  state: AdoptedPlan,
  command: ReportMilestone,
): Decision<MilestoneReported> {
  const { found, missing } = lookUp(state, command);
  if (missing) return refused(missing);
  return recordUnless(
    mustNotWait(found) ??
      mustNotBeVerified(found) ??
      mustHaveHappened('plan', 'metOn', command.metOn, command.at) ??
      mustBringEvidence(command) ??
      mustNameContent('plan', command.evidence) ??
      mustNotBeBlank('plan', 'note', command.note),
    () => ({
      type: 'MilestoneReported',
      data: {
        ...keyOf(state),
        item: command.item,
        milestone: command.milestone,
        metOn: command.metOn,
        evidence: command.evidence.map(({ sha256, title }) => ({ sha256, title })),
        note: command.note,
        reportedBy: command.actor.id,
        late: found.dueOn === null ? null : compareDates(command.metOn, found.dueOn) > 0,
      },
    }),
  );
}
