import type { Refusal } from '../decider';
import { canonical, mustBeDecimal } from '../rules/numbers';
import { firstRefusal, refusal } from '../rules/refusal';
import type { DecimalText } from '../values';
import { compareDecimals, isWithin } from '../values/decimal';
import { firstRepeated } from '../values/identifier';
import type { Checkpoint, CheckpointTarget, PlanItem } from './events';

/** What is aimed at, and where: a milestone or a checkpoint. */
interface Aim {
  readonly of: string;
  readonly target: DecimalText | null;
}

/** A target is a share of the item, in percent; null where no source gives one. */
export function targetMustBePercent(of: string, target: DecimalText | null): Refusal | null {
  if (target === null) return null;
  const unreadable = mustBeDecimal('plan', `target of ${of}`, target);
  if (unreadable) return unreadable;
  return isWithin(target, '0', '100')
    ? null
    : refusal(
        'plan.target-out-of-range',
        `${of} aims at ${target} percent`,
        'Give a target from 0 to 100, or null where none is known.',
        'target',
      );
}

/** Targets are cumulative: what was reached is not unreached. Unknown targets are passed over. */
export function targetsMustNotDecrease(aims: readonly Aim[]): Refusal | null {
  const known = aims.flatMap(({ of, target }) => (target === null ? [] : [{ of, target }]));
  return firstRefusal(known, ({ of, target }, index) => {
    const before = known[index - 1];
    if (!before || compareDecimals(before.target, target) <= 0) return null;
    return refusal(
      'plan.targets-decrease',
      `${of} aims at ${target} percent after ${before.of} at ${before.target}`,
      'Give cumulative targets, each at least the one before.',
      'target',
    );
  });
}

const checkpointMustBeKnown = (
  item: string,
  { checkpoint }: CheckpointTarget,
  checkpoints: readonly Checkpoint[],
): Refusal | null =>
  checkpoints.some(({ id }) => id === checkpoint)
    ? null
    : refusal(
        'plan.checkpoint-unknown',
        `item ${item} has a target at ${checkpoint}, which is no checkpoint of the plan`,
        checkpoints.length === 0
          ? 'Choose the checkpoints of the plan first, or leave targets out.'
          : `Use ${checkpoints.map(({ id }) => id).join(', ')}.`,
        'targets',
      );

/** In whatever order they were given: the checkpoints have theirs. */
export function targetsMustBeSound(
  { id, targets }: PlanItem,
  checkpoints: readonly Checkpoint[],
): Refusal | null {
  const repeated = firstRepeated(targets.map(({ checkpoint }) => checkpoint));
  return (
    firstRefusal(targets, (target) => checkpointMustBeKnown(id, target, checkpoints)) ??
    (repeated === null
      ? null
      : refusal(
          'plan.identifier-repeated',
          `item ${id} has two targets at ${repeated}`,
          'Give one target for each checkpoint.',
          'items',
        )) ??
    firstRefusal(targets, ({ checkpoint, target }) =>
      targetMustBePercent(`item ${id} at ${checkpoint}`, target),
    ) ??
    targetsMustNotDecrease(
      ordered(targets, checkpoints).map(({ checkpoint, target }) => ({ of: checkpoint, target })),
    )
  );
}

const ordered = (
  targets: readonly CheckpointTarget[],
  checkpoints: readonly Checkpoint[],
): readonly CheckpointTarget[] =>
  checkpoints.map(({ id }) => ({
    checkpoint: id,
    target: targets.find(({ checkpoint }) => checkpoint === id)?.target ?? null,
  }));

/** One target for each checkpoint, in their order and their one spelling; null where none was given. */
export const canonicalTargets = (
  targets: readonly CheckpointTarget[],
  checkpoints: readonly Checkpoint[],
): readonly CheckpointTarget[] =>
  ordered(targets, checkpoints).map(({ checkpoint, target }) => ({
    checkpoint,
    target: target === null ? null : canonical(target),
  }));
