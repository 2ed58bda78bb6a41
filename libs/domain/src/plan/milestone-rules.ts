import type { Refusal } from '../decider';
import { refusal } from '../rules/refusal';
import type { MilestoneKey, PlanKey } from './events';
import { type AdoptedPlan, findItem, type TrackedMilestone } from './state';

export const notFound = (): Refusal =>
  refusal('plan.not-found', 'no action plan was adopted here', 'Adopt the plan first.');

export const keyOf = ({ plan, region }: AdoptedPlan): PlanKey => ({ plan, region });

export const itemUnknown = (state: AdoptedPlan, item: string): Refusal =>
  refusal(
    'plan.item-unknown',
    `plan ${state.plan} has no item ${item}`,
    `Use one of ${state.items.map(({ id }) => id).join(', ')}.`,
    'item',
  );

type Lookup =
  | { readonly found: TrackedMilestone; readonly missing: null }
  | { readonly found: null; readonly missing: Refusal };

/** The milestone a command speaks of, or why there is none. */
export function lookUp(state: AdoptedPlan, { item, milestone }: MilestoneKey): Lookup {
  const known = findItem(state, item);
  if (!known) return { found: null, missing: itemUnknown(state, item) };
  const found = known.milestones.find(({ id }) => id === milestone);
  if (found) return { found, missing: null };
  const missing = refusal(
    'plan.milestone-unknown',
    `item ${item} has no milestone ${milestone}`,
    `Use one of ${known.milestones.map(({ id }) => id).join(', ')}.`,
    'milestone',
  );
  return { found: null, missing };
}

/** What was verified stays verified. */
export const mustNotBeVerified = ({ id, progress }: TrackedMilestone): Refusal | null =>
  progress.status === 'verified'
    ? refusal(
        'plan.milestone-already-verified',
        `milestone ${id} was verified by ${progress.verifiedBy}`,
        'Nothing remains to be done.',
        'milestone',
      )
    : null;
