import { isAfter } from '../calendar';
import { type Decision, type Refusal, refused } from '../decider';
import { mustHaveHappened } from '../rules/dates';
import { recordUnless, refusal } from '../rules/refusal';
import type { SupplementFiling } from './commands';
import type { WealthReportSupplemented } from './events';
import { filingUnknown, mustBeReference, mustFollow } from './rules';
import { type Filing, filingCalled, type Obligor } from './state';

const mustBeIncomplete = ({ filing, status }: Filing): Refusal | null =>
  status === 'incomplete'
    ? null
    : refusal(
        'declaration.not-incomplete',
        `${filing} is ${status}: nobody asked for more`,
        'Record the verification that found it incomplete first.',
      );

/** What was missing has been handed in; late or not, it waits to be verified again. */
export function supplementFiling(
  state: Obligor,
  command: SupplementFiling,
): Decision<WealthReportSupplemented> {
  const { suppliedOn, receipt, actor } = command;
  const filing = filingCalled(state, command.filing);
  if (!filing) return refused(filingUnknown(command.filing));
  const { completeBy, verifiedOn, year } = filing;
  return recordUnless(
    mustBeIncomplete(filing) ??
      mustHaveHappened('declaration', 'suppliedOn', suppliedOn, command.at) ??
      mustFollow(
        'suppliedOn',
        suppliedOn,
        verifiedOn ?? suppliedOn,
        'when it was found incomplete',
      ) ??
      mustBeReference('receipt', receipt),
    () => ({
      type: 'WealthReportSupplemented',
      data: {
        ...state.key,
        filing: filing.filing,
        year,
        suppliedOn,
        receipt,
        dueOn: completeBy.dueOn,
        late: isAfter(suppliedOn, completeBy),
        recordedBy: actor.id,
      },
    }),
  );
}
