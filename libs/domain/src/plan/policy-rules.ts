import type { Refusal } from '../decider';
import { invalidContent, repeated } from '../policy/invalid-content';
import { firstRefusal } from '../rules/refusal';
import { compareDecimals, isDecimalText } from '../values/decimal';
import { isSlug } from '../values/identifier';
import type { CheckpointMonth, PlanCheckpoints, PlanTrafficLight } from './policy';

/** No plan found runs longer than five years; a month beyond that is a slip. */
const longestPlanMonths = 60;

const monthMustBeSound = (path: string, { id, month }: CheckpointMonth): Refusal | null => {
  if (!isSlug(id)) {
    return invalidContent(
      `${path}.id`,
      `"${id.slice(0, 40)}" cannot name a checkpoint`,
      'Use b03.',
    );
  }
  if (Number.isInteger(month) && month >= 1 && month <= longestPlanMonths) return null;
  return invalidContent(
    `${path}.month`,
    `checkpoint ${id} falls in month ${month}`,
    `Give a month from 1 (January of the first year) to ${longestPlanMonths}.`,
  );
};

function mustFollow(
  path: string,
  before: CheckpointMonth | undefined,
  { id, month }: CheckpointMonth,
): Refusal | null {
  if (before === undefined || before.month < month) return null;
  return invalidContent(
    path,
    `checkpoint ${id} does not fall after ${before.id}`,
    'List checkpoints in the order in which they fall due.',
  );
}

/** Each set has distinct checkpoints in the order in which they fall due. */
export function planCheckpointsMustBeSound({ sets }: PlanCheckpoints): Refusal | null {
  const twice = repeated(sets.map(({ id }) => id));
  if (twice) {
    return invalidContent(
      `sets[${twice.index}].id`,
      `two sets are called ${twice.value}`,
      'Give each set its own name.',
    );
  }
  return firstRefusal(sets, ({ id, checkpoints }, place) => {
    const path = `sets[${place}].checkpoints`;
    if (!isSlug(id)) {
      return invalidContent(
        `sets[${place}].id`,
        `"${id.slice(0, 40)}" cannot name a set`,
        'Use annual.',
      );
    }
    if (checkpoints.length === 0) {
      return invalidContent(path, `set ${id} has no checkpoint`, 'Give at least one.');
    }
    const again = repeated(checkpoints.map((one) => one.id));
    if (again) {
      return invalidContent(
        `${path}[${again.index}].id`,
        `checkpoint ${again.value} stands twice in ${id}`,
        'Give each checkpoint its own name.',
      );
    }
    return firstRefusal(
      checkpoints,
      (one, index) =>
        monthMustBeSound(`${path}[${index}]`, one) ??
        mustFollow(`${path}[${index}].month`, checkpoints[index - 1], one),
    );
  });
}

/** Every share of a target has one colour: 0 < yellow < green. */
export function planTrafficLightMustBeSound(content: PlanTrafficLight): Refusal | null {
  const { greenFrom, yellowFrom } = content;
  return (
    firstRefusal(['greenFrom', 'yellowFrom'] as const, (field) =>
      isDecimalText(content[field])
        ? null
        : invalidContent(field, `"${content[field].slice(0, 40)}" is not a decimal`, 'Write 75.'),
    ) ??
    (compareDecimals(yellowFrom, '0') > 0 && compareDecimals(greenFrom, yellowFrom) > 0
      ? null
      : invalidContent(
          'greenFrom',
          `green begins at ${greenFrom} and yellow at ${yellowFrom} percent of the target`,
          'Let yellow begin above 0 and green above yellow.',
        ))
  );
}
