import { countTerm } from '../calendar';
import { accepted, type Decision, type Refusal, refused } from '../decider';
import { mustHaveHappened } from '../rules/dates';
import { refusal } from '../rules/refusal';
import type { VerifyFiling } from './commands';
import type { WealthReportVerified } from './events';
import { termsBasis } from './filing';
import { filingUnknown, mustBeReference, mustFollow, underTerms } from './rules';
import { type Filing, filingCalled, type Obligor } from './state';

const mustWait = ({ filing, status, verifiedOn }: Filing): Refusal | null => {
  if (status === 'complete') {
    return refusal(
      'declaration.already-complete',
      `${filing} was found complete on ${verifiedOn ?? 'an unknown day'}`,
      'Nothing is left to verify.',
    );
  }
  return status === 'incomplete'
    ? refusal(
        'declaration.supplement-missing',
        `${filing} was found incomplete on ${verifiedOn ?? 'an unknown day'}, and nothing was handed in since`,
        'Record what completes it first.',
      )
    : null;
};

/** Who recorded that it was handed in does not record that it is complete. */
const mustBeAnother = ({ filing, recordedBy }: Filing, { actor }: VerifyFiling): Refusal | null =>
  recordedBy === actor.id
    ? refusal(
        'declaration.verifier-is-recorder',
        `${filing} was recorded by ${recordedBy}, who now verifies it`,
        'Let a second person record the verification.',
      )
    : null;

const noticeMustFit = ({ result, notice }: VerifyFiling): Refusal | null =>
  (result === 'incomplete') === (notice !== null)
    ? mustBeReference('notice', notice)
    : refusal(
        'declaration.notice-mismatch',
        result === 'incomplete'
          ? 'no notice says what is missing'
          : 'a complete report has a notice',
        'Give the number of the notice for an incomplete report, and none for a complete one.',
        'notice',
      );

/**
 * What the Commission found. The term to complete has differed: 14 working days in the older form,
 * 30 days later (unconfirmed), so it is policy.
 */
export function verifyFiling(
  state: Obligor,
  command: VerifyFiling,
): Decision<WealthReportVerified> {
  const { result, verifiedOn, notice, calendars, actor } = command;
  const filing = filingCalled(state, command.filing);
  if (!filing) return refused(filingUnknown(command.filing));
  const found =
    mustWait(filing) ??
    mustBeAnother(filing, command) ??
    mustHaveHappened('declaration', 'verifiedOn', verifiedOn, command.at) ??
    mustFollow('verifiedOn', verifiedOn, filing.handedInOn, 'when it was handed in') ??
    noticeMustFit(command);
  if (found) return refused(found);
  const { year } = filing;
  const judged = { ...state.key, filing: filing.filing, year, verifiedOn, verifiedBy: actor.id };
  if (result === 'complete') {
    const rest = { result, notice: null, completeBy: null, counted: [], basis: null };
    return accepted({ type: 'WealthReportVerified', data: { ...judged, ...rest } });
  }
  return underTerms(verifiedOn, command.terms, (inForce) => {
    const term = countTerm(
      {
        term: 'completion',
        length: inForce.content.completion,
        from: verifiedOn,
        countedOn: verifiedOn,
      },
      calendars,
    );
    return accepted({
      type: 'WealthReportVerified',
      data: {
        ...judged,
        result,
        notice,
        completeBy: term.dueOn,
        counted: [term],
        basis: termsBasis(inForce, 'completion'),
      },
    });
  });
}
