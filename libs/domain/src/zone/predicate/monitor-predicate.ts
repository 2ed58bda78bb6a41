import { type Decision, type Refusal, refused } from '../../decider';
import { mustHaveHappened } from '../../rules/dates';
import { canonical, mustBeDecimal } from '../../rules/numbers';
import { mustHavePolicy } from '../../rules/policy';
import { recordUnless, refusal } from '../../rules/refusal';
import { mustNotBeBlank } from '../../rules/text';
import { totalCheckOf } from '../sheet/checks';
import type { MonitorPredicate } from './commands';
import { mustNotPrecede, nothingHeld } from './decision-rules';
import type { MonitoredTotal, PredicateMonitored } from './events';
import type { HeldPredicate, PredicateHistory } from './state';

/** The total against that of the predicate's list; null without a total, and where the list has none. */
function totalAgainst(
  { predicate }: HeldPredicate,
  { total, sheet }: MonitorPredicate,
): MonitoredTotal | null {
  if (total === null || sheet === null) return null;
  const check = totalCheckOf(sheet, predicate, canonical(total));
  return check && { sheetVersion: sheet.version, check };
}

/** A total that was found is a decimal and says itself where it is under the minimum. */
function totalMustSupport(held: HeldPredicate, command: MonitorPredicate): Refusal | null {
  const { total, sheet, monitoredOn, meetsMinimum } = command;
  if (total === null) return null;
  const unfit =
    mustBeDecimal('zone', 'total', total) ??
    mustHavePolicy('zone', 'zone-sheet', monitoredOn, sheet);
  if (unfit) return unfit;
  const check = totalAgainst(held, command)?.check;
  return !meetsMinimum || check === undefined || check.passed
    ? null
    : refusal(
        'zone.total-under-minimum',
        `the total ${check.reached} is under the ${check.required} that ${held.predicate} asks for`,
        'Record that the minimum is not met, or the total that was found.',
        'meetsMinimum',
      );
}

export function monitorPredicate(
  state: PredicateHistory,
  command: MonitorPredicate,
): Decision<PredicateMonitored> {
  const { held } = state;
  if (!held) return refused(nothingHeld(state));
  const { region, unit, monitoredOn, team, meetsMinimum, total, findings, report } = command;
  return recordUnless(
    mustHaveHappened('zone', 'monitoredOn', monitoredOn, command.at) ??
      mustNotPrecede('monitoredOn', monitoredOn, held.lastStepOn) ??
      mustNotBeBlank('zone', 'findings', findings) ??
      mustNotBeBlank('zone', 'report', report) ??
      totalMustSupport(held, command),
    () => ({
      type: 'PredicateMonitored',
      data: {
        ...{ region, unit, monitoredOn, team, meetsMinimum, findings, report },
        year: held.year,
        predicate: held.predicate,
        total: total === null ? null : canonical(total),
        totalAgainst: totalAgainst(held, command),
        monitoredBy: command.actor.id,
      },
    }),
  );
}
