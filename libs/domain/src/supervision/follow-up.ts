import { type Decision, type Refusal, refused } from '../decider';
import { mustHaveHappened } from '../rules/dates';
import { mustNameContent } from '../rules/evidence';
import { recordUnless, refusal } from '../rules/refusal';
import { mustNotBeBlank } from '../rules/text';
import { compareDates } from '../values/calendar-date';
import type { ReportFollowUp, ReturnFollowUp, VerifyFollowUp } from './commands';
import type { FollowUpReported, FollowUpReturned, FollowUpVerified } from './events';
import type { Recommendation, RecordedMeeting } from './state';

const find = (state: RecordedMeeting, id: string): Recommendation | undefined =>
  state.recommendations.find(({ recommendation }) => recommendation === id);

const unknown = (id: string): Refusal =>
  refusal(
    'supervision.recommendation-unknown',
    `no recommendation ${id} was made here`,
    'Make it first.',
    'recommendation',
  );

const keyOf = ({ meeting, region }: RecordedMeeting, { recommendation }: Recommendation) => ({
  ...{ meeting, region, recommendation },
});

function mustWaitForReport({ recommendation, status, reportedBy }: Recommendation): Refusal | null {
  if (status !== 'reported' && status !== 'verified') return null;
  return refusal(
    status === 'reported' ? 'supervision.already-reported' : 'supervision.already-verified',
    `the follow-up of ${recommendation} by ${reportedBy ?? ''} is ${status}`,
    'Wait until it is returned, if it is.',
    'recommendation',
  );
}

export function reportFollowUp(
  state: RecordedMeeting,
  command: ReportFollowUp,
): Decision<FollowUpReported> {
  const found = find(state, command.recommendation);
  if (!found) return refused(unknown(command.recommendation));
  const { reportedOn, evidence, note, actor, at } = command;
  return recordUnless(
    mustWaitForReport(found) ??
      mustHaveHappened('supervision', 'reportedOn', reportedOn, at) ??
      (compareDates(reportedOn, found.madeOn) < 0
        ? refusal(
            'supervision.reported-before-made',
            `reported on ${reportedOn}, made on ${found.madeOn}`,
            `Give a day from ${found.madeOn} on.`,
            'reportedOn',
          )
        : null) ??
      (evidence.length === 0
        ? refusal(
            'supervision.evidence-missing',
            'nothing supports the follow-up',
            'Give at least one document.',
            'evidence',
          )
        : null) ??
      mustNameContent('supervision', evidence) ??
      mustNotBeBlank('supervision', 'note', note),
    () => ({
      type: 'FollowUpReported',
      data: {
        ...keyOf(state, found),
        ...{ reportedOn, note, reportedBy: actor.id },
        evidence: evidence.map(({ sha256, title }) => ({ sha256, title })),
        late: compareDates(reportedOn, found.dueOn) > 0,
      },
    }),
  );
}

/** Nobody judges their own report, whatever became of it since. */
function mustBeReviewable(found: Recommendation, actor: string): Refusal | null {
  if (found.reportedBy === actor) {
    return refusal(
      'supervision.verifier-is-reporter',
      `the follow-up was last reported by ${actor}, who now reviews it`,
      'Let somebody else verify or return it.',
    );
  }
  if (found.status === 'verified') return mustWaitForReport(found);
  return found.status === 'reported'
    ? null
    : refusal(
        'supervision.not-reported',
        `recommendation ${found.recommendation} is ${found.status}`,
        'Report its follow-up first.',
        'recommendation',
      );
}

export function verifyFollowUp(
  state: RecordedMeeting,
  { recommendation, note, actor }: VerifyFollowUp,
): Decision<FollowUpVerified> {
  const found = find(state, recommendation);
  if (!found) return refused(unknown(recommendation));
  return recordUnless(
    mustBeReviewable(found, actor.id) ?? mustNotBeBlank('supervision', 'note', note),
    () => ({
      type: 'FollowUpVerified',
      data: { ...keyOf(state, found), verifiedBy: actor.id, note },
    }),
  );
}

export function returnFollowUp(
  state: RecordedMeeting,
  { recommendation, reason, actor }: ReturnFollowUp,
): Decision<FollowUpReturned> {
  const found = find(state, recommendation);
  if (!found) return refused(unknown(recommendation));
  return recordUnless(
    mustBeReviewable(found, actor.id) ?? mustNotBeBlank('supervision', 'reason', reason),
    () => ({
      type: 'FollowUpReturned',
      data: { ...keyOf(state, found), returnedBy: actor.id, reason },
    }),
  );
}
