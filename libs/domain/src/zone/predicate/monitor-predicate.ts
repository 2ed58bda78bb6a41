import { type Decision, refused } from '../../decider';
import { mustHaveHappened } from '../../rules/dates';
import { canonical, mustBeDecimal } from '../../rules/numbers';
import { recordUnless } from '../../rules/refusal';
import { mustNotBeBlank } from '../../rules/text';
import type { MonitorPredicate } from './commands';
import { mustNotPrecede, nothingHeld } from './decision-rules';
import type { PredicateMonitored } from './events';
import type { PredicateHistory } from './state';

export function monitorPredicate(
  state: PredicateHistory,
  command: MonitorPredicate,
): Decision<PredicateMonitored> {
  const { held } = state;
  if (!held) return refused(nothingHeld(state));
  const { region, unit, monitoredOn, team, meetsMinimum, total, findings } = command;
  return recordUnless(
    mustHaveHappened('zone', 'monitoredOn', monitoredOn, command.at) ??
      mustNotPrecede('monitoredOn', monitoredOn, held.lastStepOn) ??
      (total === null ? null : mustBeDecimal('zone', 'total', total)) ??
      mustNotBeBlank('zone', 'findings', findings),
    () => ({
      type: 'PredicateMonitored',
      data: {
        ...{ region, unit, monitoredOn, team, meetsMinimum, findings },
        year: held.year,
        predicate: held.predicate,
        total: total === null ? null : canonical(total),
        monitoredBy: command.actor.id,
      },
    }),
  );
}
