import type { Decision, Refusal } from '../decider';
import { firstRefusal, recordUnless, refusal } from '../rules/refusal';
import { mustBeSlug, mustCite, mustNotBeBlank } from '../rules/text';
import { checkpointsOf, choiceMustBeSound } from './checkpoints';
import type { AdoptActionPlan } from './commands';
import type { ActionPlanAdopted } from './events';
import { canonicalItem, itemMustBeSound, mustBeDistinct } from './item-rules';
import { isAdopted, type PlanState } from './state';

const mustBeNew = (state: PlanState): Refusal | null =>
  isAdopted(state)
    ? refusal(
        'plan.already-adopted',
        `plan ${state.plan} was adopted for ${state.period}`,
        'Revise its items, or adopt another plan under its own identifier.',
        'plan',
      )
    : null;

const regionMustBeRegistered = ({ region, regionRegistered }: AdoptActionPlan): Refusal | null =>
  regionRegistered
    ? null
    : refusal(
        'plan.region-unknown',
        `region ${region} is not registered`,
        'Register the region first.',
        'region',
      );

const itemsMustExist = ({ items }: AdoptActionPlan): Refusal | null =>
  items.length > 0
    ? null
    : refusal('plan.no-items', 'the plan has no item', 'Give at least one item.', 'items');

/**
 * More may be announced than is named: Banten's governor spoke of six problem areas in 2017 and four
 * were named (Yan Cikal, 2017). The two others are counted and never invented.
 */
function announcedMustCoverNamed({ announcedItemCount, items }: AdoptActionPlan): Refusal | null {
  if (announcedItemCount === null) return null;
  if (Number.isSafeInteger(announcedItemCount) && announcedItemCount >= items.length) return null;
  return refusal(
    'plan.announced-count-too-low',
    `${announcedItemCount} items were announced, ${items.length} are named`,
    `Give a whole number from ${items.length} on, or null where none was announced.`,
    'announcedItemCount',
  );
}

export function adoptActionPlan(
  state: PlanState,
  command: AdoptActionPlan,
): Decision<ActionPlanAdopted> {
  const checkpoints = checkpointsOf(command.checkpoints);
  return recordUnless(
    mustBeNew(state) ??
      mustBeSlug('plan', 'plan', command.plan) ??
      regionMustBeRegistered(command) ??
      mustNotBeBlank('plan', 'period', command.period) ??
      mustNotBeBlank('plan', 'decree', command.decree) ??
      choiceMustBeSound(command.checkpoints) ??
      itemsMustExist(command) ??
      firstRefusal(command.items, (item) => itemMustBeSound(item, checkpoints)) ??
      mustBeDistinct(
        'item',
        command.items.map(({ id }) => id),
      ) ??
      announcedMustCoverNamed(command) ??
      mustCite('plan', command.source),
    () => ({
      type: 'ActionPlanAdopted',
      data: {
        plan: command.plan,
        region: command.region,
        period: command.period,
        decree: command.decree,
        items: command.items.map((item) => canonicalItem(item, checkpoints)),
        announcedItemCount: command.announcedItemCount,
        checkpoints,
        checkpointPolicy: command.checkpoints?.policy?.version ?? null,
        source: command.source,
      },
    }),
  );
}
