import type { Refusal } from '../decider';
import { mustHavePolicy } from '../rules/policy';
import { refusal } from '../rules/refusal';
import type { CalendarDate } from '../values';
import type { CheckpointChoice } from './commands';
import type { Checkpoint } from './events';

/** The day on which a choice of checkpoints needs its policy: the first of the plan. */
export const firstDayOfYear = (year: number): CalendarDate => `${year}-01-01`;

/** The last day of a month counted from January of the first year: month 15 is March a year later. */
function lastDayOfMonth(firstYear: number, month: number): CalendarDate {
  return new Date(Date.UTC(firstYear, month, 0)).toISOString().slice(0, 10);
}

const yearMustBeFourDigits = ({ firstYear }: CheckpointChoice): Refusal | null =>
  Number.isInteger(firstYear) && firstYear >= 1900 && firstYear <= 2999
    ? null
    : refusal(
        'plan.invalid-year',
        `the first year is ${firstYear}`,
        'Give a year of four digits.',
        'checkpoints.firstYear',
      );

const setMustBeKnown = ({ set, policy }: CheckpointChoice): Refusal | null =>
  policy?.content.sets.some(({ id }) => id === set) === true
    ? null
    : refusal(
        'plan.checkpoint-set-unknown',
        `version ${policy?.version ?? 0} of plan-checkpoints has no set ${set}`,
        `Use one of ${(policy?.content.sets ?? []).map(({ id }) => id).join(', ')}.`,
        'checkpoints.set',
      );

export const choiceMustBeSound = (choice: CheckpointChoice | null): Refusal | null =>
  choice &&
  (yearMustBeFourDigits(choice) ??
    mustHavePolicy('plan', 'plan-checkpoints', firstDayOfYear(choice.firstYear), choice.policy) ??
    setMustBeKnown(choice));

/** The checkpoints a sound choice stands for, with their days; none for null. */
export function checkpointsOf(choice: CheckpointChoice | null): readonly Checkpoint[] {
  const set = choice?.policy?.content.sets.find(({ id }) => id === choice.set);
  return (set?.checkpoints ?? []).map(({ id, month }) => ({
    id,
    dueOn: lastDayOfMonth(choice?.firstYear ?? 0, month),
  }));
}
