import type { Decision, Refusal } from '../../decider';
import { mustHaveHappened } from '../../rules/dates';
import { mustBePseudonym } from '../../rules/pseudonym';
import { recordUnless, refusal } from '../../rules/refusal';
import { mustBeSlug } from '../../rules/text';
import { firstRepeated } from '../../values/identifier';
import { sameName } from '../../values/name';
import type { ReportPactBreach } from './commands';
import type { PactBreachReported } from './events';
import type { PactBreachState } from './state';

const mustBeNew = (state: PactBreachState): Refusal | null =>
  state.status === 'unreported'
    ? null
    : refusal(
        'pact.breach-already-reported',
        `case ${state.report.breach} was reported on ${state.report.reportedOn}`,
        'Open another case under a name of its own.',
        'breach',
      );

/** Only who signed can have broken the pact, and the case belongs where they signed for. */
function pactMustBeSigned({ pact, pactState, position, region }: ReportPactBreach): Refusal | null {
  if (pactState.status === 'undrafted') {
    return refusal('pact.pact-unknown', `there is no pact ${pact}`, 'Name a pact.', 'pact');
  }
  const signed = pactState.signatures.filter(({ signatory }) =>
    sameName(signatory.position, position),
  );
  if (signed.length === 0) {
    return refusal(
      'pact.not-signed',
      `nobody signed pact ${pact} as ${position}`,
      'Give the office as it stands in the pact.',
      'position',
    );
  }
  const regions = signed.map(({ signatory }) => signatory.region ?? pactState.draft.region);
  return regions.includes(region)
    ? null
    : refusal(
        'pact.signed-elsewhere',
        `${position} signed pact ${pact} for ${regions.join(', ')}, not for ${region}`,
        'Give the region the office signed for: it is where the case is examined.',
        'region',
      );
}

function obligationsMustDiffer({ obligations }: ReportPactBreach): Refusal | null {
  const repeated = firstRepeated(obligations);
  return repeated === null && obligations.length > 0
    ? null
    : refusal(
        repeated === null ? 'pact.obligation-missing' : 'pact.obligation-repeated',
        repeated === null ? 'no obligation is named' : `${repeated} is named more than once`,
        'Name each obligation that was broken, once.',
        'obligations',
      );
}

/** An appeal is a case of its own against one that was concluded: a conclusion is never reopened. */
function mustAppealAgainstConclusion({
  breach,
  appealOf,
  appealed,
  pact,
  position,
}: ReportPactBreach): Refusal | null {
  if (appealOf === null) return null;
  if (appealOf === breach) {
    return refusal(
      'pact.appeal-of-itself',
      `case ${breach} would appeal against itself`,
      'Open the appeal under a name of its own.',
      'appealOf',
    );
  }
  if (appealed === null || appealed.status === 'unreported') {
    return refusal('pact.appeal-unknown', `no case ${appealOf}`, 'Name a case.', 'appealOf');
  }
  if (appealed.status !== 'concluded') {
    return refusal(
      'pact.appeal-of-open-case',
      `case ${appealOf} is not concluded`,
      'Wait for its conclusion.',
      'appealOf',
    );
  }
  const { report } = appealed;
  return report.pact === pact && sameName(report.position, position)
    ? null
    : refusal(
        'pact.appeal-of-another-matter',
        `case ${appealOf} is about another office or another pact`,
        'Appeal against a case of the same office and pact.',
        'appealOf',
      );
}

export const reportBreach = (
  state: PactBreachState,
  command: ReportPactBreach,
): Decision<PactBreachReported> =>
  recordUnless(
    mustBeNew(state) ??
      mustBeSlug('pact', 'breach', command.breach) ??
      mustBePseudonym('pact', 'reporter', command.reporter) ??
      pactMustBeSigned(command) ??
      obligationsMustDiffer(command) ??
      mustHaveHappened('pact', 'reportedOn', command.reportedOn, command.at) ??
      mustAppealAgainstConclusion(command),
    () => ({
      type: 'PactBreachReported',
      data: {
        breach: command.breach,
        region: command.region,
        pact: command.pact,
        position: command.position,
        obligations: [...command.obligations],
        reporter: command.reporter,
        reportedOn: command.reportedOn,
        recordedBy: command.actor.id,
        appealOf: command.appealOf,
      },
    }),
  );
