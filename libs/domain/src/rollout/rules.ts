import type { Decision, Refusal } from '../decider';
import { refused } from '../decider';
import { firstRefusal, refusal } from '../rules/refusal';
import { mustBeSlug, mustCite, mustNotBeBlank } from '../rules/text';
import { latestIndonesianDay } from '../values/calendar-date';
import { firstRepeated } from '../values/identifier';
import { earliestDayOf, isPartialDate, type PartialDate } from '../values/partial-date';
import type { Alias } from './events';
import { type PlannedRollout, retirementOf, type RolloutState } from './state';

/** As exact as the source is, and begun by now. */
export function mustBePast(field: string, date: PartialDate | null, at: string): Refusal | null {
  if (date === null) return null;
  if (!isPartialDate(date)) {
    return refusal(
      'rollout.invalid-date',
      `${field} "${date}" is neither a day nor a month nor a year`,
      'Write YYYY-MM-DD, YYYY-MM or YYYY, as exact as the source is.',
      field,
    );
  }
  const today = latestIndonesianDay(at);
  return earliestDayOf(date) <= today
    ? null
    : refusal(
        'rollout.future-date',
        `${field} ${date} lies after ${today}`,
        'Record it when it has happened, or correct the date.',
        field,
      );
}

export const modulesMustBeNew = (
  modules: readonly string[],
  known: readonly string[],
): Refusal | null => {
  const repeated = firstRepeated([...known, ...modules]);
  return (
    firstRefusal(modules, (module) => mustBeSlug('rollout', 'modules', module)) ??
    (repeated === null
      ? null
      : refusal(
          'rollout.repeated-module',
          `the module ${repeated} is named twice`,
          'Name each module once.',
          'modules',
        ))
  );
};

export const aliasesMustCite = (aliases: readonly Alias[]): Refusal | null =>
  firstRefusal(
    aliases,
    ({ name, source }) => mustNotBeBlank('rollout', 'aliases', name) ?? mustCite('rollout', source),
  );

export const moduleMustBePlanned = (
  { modules }: PlannedRollout,
  module: string | null,
): Refusal | null =>
  module === null || modules.includes(module)
    ? null
    : refusal(
        'rollout.module-unknown',
        `the system has no module ${module}, only ${modules.join(', ')}`,
        'Add the module first, or leave it null where the source does not tell them apart.',
        'module',
      );

export function mustNotBeRetired(state: PlannedRollout, module: string | null): Refusal | null {
  const retired = retirementOf(state, module);
  return retired === undefined
    ? null
    : refusal(
        'rollout.retired',
        `${retired.module ?? state.plan.system} was retired${retired.on === null ? '' : ` in ${retired.on}`}`,
        'A successor is a rollout of its own.',
        'module',
      );
}

/** The decision of a command on a planned system. */
export const onPlanned = <Event>(
  state: RolloutState,
  decide: (planned: PlannedRollout) => Decision<Event>,
): Decision<Event> =>
  state.status === 'planned'
    ? decide(state)
    : refused(
        refusal(
          'rollout.rollout-unknown',
          'nothing is recorded of this system in the region',
          'Plan it first.',
        ),
      );
