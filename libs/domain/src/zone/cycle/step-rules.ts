import type { Actor } from '../../command-context';
import type { Refusal } from '../../decider';
import { mustHaveHappened } from '../../rules/dates';
import { refusal } from '../../rules/refusal';
import type { CalendarDate } from '../../values';
import { type AnswerSet, answerSets } from '../sheet/answer';
import type { CycleStage, OpenedCycle } from './state';

export const notFound = (): Refusal =>
  refusal(
    'zone.not-found',
    'no unit was designated here',
    'Designate the unit for the year of the cycle first.',
  );

/** The steps of a cycle follow one another; none is passed over or repeated. */
export const mustBeAt = (
  { status }: OpenedCycle,
  stages: readonly CycleStage[],
  what: string,
): Refusal | null =>
  stages.includes(status)
    ? null
    : refusal(
        'zone.wrong-stage',
        `the cycle is ${status}, and ${what} takes place while it is ${stages.join(' or ')}`,
        'Take the steps of the cycle in their order.',
      );

/** A step happened, and not before the one it follows. */
export const mustFollowOn = (
  { lastStepOn, status }: OpenedCycle,
  field: string,
  day: CalendarDate,
  at: string,
): Refusal | null =>
  mustHaveHappened('zone', field, day, at) ??
  (day >= lastStepOn
    ? null
    : refusal(
        'zone.before-previous-step',
        `${field} ${day} lies before ${lastStepOn}, the day on which the cycle became ${status}`,
        `Give a day from ${lastStepOn} on.`,
        field,
      ));

/**
 * Whoever answers or judges in a later set had no part in an earlier one: the internal team judges
 * what the unit said of itself, the national team what both said. Jejak's own rule for persons; that
 * members of the internal team do not come from the unit is PermenPAN-RB 90/2021.
 */
export function mustBeImpartial(
  { sets }: OpenedCycle,
  set: AnswerSet,
  { id }: Actor,
): Refusal | null {
  const earlier = answerSets.slice(0, answerSets.indexOf(set));
  const own = earlier.find((one) => sets[one].people.includes(id));
  return own === undefined
    ? null
    : refusal(
        'zone.judge-took-part',
        `${id} had a part in the answers of ${own} and now acts for ${set}`,
        'Let somebody else do it.',
      );
}
