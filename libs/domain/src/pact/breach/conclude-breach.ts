import { type Decision, type Refusal, refused } from '../../decider';
import { mustHaveHappened } from '../../rules/dates';
import { recordUnless, refusal } from '../../rules/refusal';
import { mustNotBeBlank } from '../../rules/text';
import type { ConcludePactBreach } from './commands';
import type { PactBreachConcluded, PactBreachReported } from './events';
import type { PactBreachState } from './state';

type Report = PactBreachReported['data'];

const notFound = (): Refusal =>
  refusal('pact.breach-not-found', 'no breach was reported here', 'Report it first.');

/** Nobody examines what they took in: the two could cover each other's mistakes. */
const mustNotHaveRecorded = (report: Report, { actor }: ConcludePactBreach): Refusal | null =>
  report.recordedBy === actor.id
    ? refusal(
        'pact.examiner-is-recorder',
        `case ${report.breach} was taken in by ${actor.id}, who now concludes it`,
        'Let somebody else examine it.',
      )
    : null;

const sanctionNeedsProof = ({ finding, sanctionReference }: ConcludePactBreach): Refusal | null =>
  finding === 'not-proven' && sanctionReference !== null
    ? refusal(
        'pact.sanction-without-finding',
        `sanction ${sanctionReference} is named and nothing was proven`,
        'Leave the sanction out, or correct the finding.',
        'sanctionReference',
      )
    : null;

const mustFollowReport = (report: Report, { concludedOn }: ConcludePactBreach): Refusal | null =>
  concludedOn >= report.reportedOn
    ? null
    : refusal(
        'pact.concluded-before-report',
        `reported on ${report.reportedOn} and concluded on ${concludedOn}`,
        `Give a day from ${report.reportedOn} on.`,
        'concludedOn',
      );

/** Once, by whoever examined it (superior or APIP); against it there is only a new case. */
export function concludeBreach(
  state: PactBreachState,
  command: ConcludePactBreach,
): Decision<PactBreachConcluded> {
  if (state.status === 'unreported') return refused(notFound());
  const { report } = state;
  if (state.status === 'concluded') {
    return refused(
      refusal(
        'pact.breach-concluded',
        `case ${report.breach} was concluded on ${state.conclusion.concludedOn} (${state.conclusion.finding})`,
        'An appeal opens a new case.',
      ),
    );
  }
  return recordUnless(
    mustNotHaveRecorded(report, command) ??
      mustHaveHappened('pact', 'concludedOn', command.concludedOn, command.at) ??
      mustFollowReport(report, command) ??
      mustNotBeBlank('pact', 'reason', command.reason) ??
      mustNotBeBlank('pact', 'sanctionReference', command.sanctionReference) ??
      sanctionNeedsProof(command),
    () => ({
      type: 'PactBreachConcluded',
      data: {
        breach: report.breach,
        region: report.region,
        finding: command.finding,
        sanctionReference: command.sanctionReference,
        reason: command.reason,
        concludedOn: command.concludedOn,
        concludedBy: command.actor.id,
      },
    }),
  );
}
