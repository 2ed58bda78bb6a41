import type { Actor } from '../command-context';
import type { Refusal } from '../decider';
import { mustBeDecimal } from '../rules/numbers';
import { refusal } from '../rules/refusal';
import type { DecimalText } from '../values';
import { isWithin } from '../values/decimal';
import type { CheckpointKey } from './events';
import { itemUnknown } from './milestone-rules';
import {
  type AdoptedPlan,
  findItem,
  lastClaim,
  type TrackedCheckpoint,
  type TrackedTarget,
} from './state';

export interface JudgedItem {
  readonly checkpoint: TrackedCheckpoint;
  readonly target: TrackedTarget;
}

type Lookup =
  | { readonly found: JudgedItem; readonly missing: null }
  | { readonly found: null; readonly missing: Refusal };

export const checkpointUnknown = (state: AdoptedPlan, checkpoint: string): Refusal =>
  refusal(
    'plan.checkpoint-unknown',
    `plan ${state.plan} has no checkpoint ${checkpoint}`,
    state.checkpoints.length === 0
      ? 'This plan was adopted without checkpoints: report its milestones.'
      : `Use one of ${state.checkpoints.map(({ id }) => id).join(', ')}.`,
    'checkpoint',
  );

/** The item at the checkpoint a command speaks of, or why there is none. */
export function lookUpProgress(state: AdoptedPlan, key: CheckpointKey): Lookup {
  const item = findItem(state, key.item);
  if (!item) return { found: null, missing: itemUnknown(state, key.item) };
  const checkpoint = state.checkpoints.find(({ id }) => id === key.checkpoint);
  const target = item.targets.find((one) => one.checkpoint === key.checkpoint);
  return checkpoint && target
    ? { found: { checkpoint, target }, missing: null }
    : { found: null, missing: checkpointUnknown(state, key.checkpoint) };
}

/** What stood when a checkpoint was closed stands for ever. */
export const mustBeOpen = ({ id, closedOn }: TrackedCheckpoint): Refusal | null =>
  closedOn === null
    ? null
    : refusal(
        'plan.checkpoint-closed',
        `checkpoint ${id} was closed on ${closedOn}`,
        'Report what came after at the next checkpoint.',
        'checkpoint',
      );

/** A share of the item: nothing is more than done. */
export function mustBePercent(field: string, value: DecimalText): Refusal | null {
  const unreadable = mustBeDecimal('plan', field, value);
  if (unreadable) return unreadable;
  return isWithin(value, '0', '100')
    ? null
    : refusal(
        'plan.percentage-out-of-range',
        `${field} is ${value} percent`,
        'Give a percentage from 0 to 100.',
        field,
      );
}

/**
 * Nobody judges their own report. Asked before anything else, as for milestones: see
 * `mustBeReviewableBy`.
 */
export function mustNotJudgeOwnReport({ target }: JudgedItem, actor: Actor): Refusal | null {
  if (lastClaim(target.progress)?.reportedBy !== actor.id) return null;
  return refusal(
    'plan.verifier-is-reporter',
    `progress at ${target.checkpoint} was last reported by ${actor.id}, who now reviews it`,
    'Let somebody else verify or return it.',
  );
}

export const progressNotReported = ({ target }: JudgedItem): Refusal =>
  refusal(
    'plan.progress-not-reported',
    `at ${target.checkpoint} the item is ${target.progress.status}`,
    'Report its progress first.',
    'checkpoint',
  );
