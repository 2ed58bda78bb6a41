import { planStream } from '@jejak/domain';
import type { MilestoneKey, PlanItem, PlanKey } from '@jejak/domain/plan/events';

import { type DeadlineChange, type DeadlineContributor, deadlineId } from '../deadlines/change';

const kind = 'plan.milestone';

const idOf = (plan: string, { item, milestone }: MilestoneKey): string =>
  deadlineId(kind, plan, item, milestone);

/** A milestone without a last day has no deadline; one that had one, and lost it, drops it. */
const milestonesOf = ({ plan, region }: PlanKey, item: PlanItem): DeadlineChange[] =>
  item.milestones.map(({ id: milestone, title, dueOn }) => {
    const id = idOf(plan, { item: item.id, milestone });
    if (dueOn === null) return { kind: 'dropped', id };
    const described = { deadline: kind, region, subject: planStream(plan), dueOn };
    return { kind: 'set', id, ...described, title: `${item.title}: ${title}` };
  });

/** The milestones of action plans (rencana aksi): due when the plan says, met when reported. */
export const planDeadlines: DeadlineContributor = {
  ActionPlanAdopted: (data) => data.items.flatMap((item) => milestonesOf(data, item)),
  PlanItemRevised: (data) => milestonesOf(data, data.item),
  MilestoneReported: (data) => [{ kind: 'met', id: idOf(data.plan, data), on: data.metOn }],
  MilestoneReturned: (data) => [{ kind: 'reopened', id: idOf(data.plan, data) }],
};
