import { planStream } from '@jejak/domain';
import type {
  ActionPlanAdopted,
  CheckpointKey,
  MilestoneKey,
  PlanItem,
  PlanKey,
} from '@jejak/domain/plan/events';

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

const checkpointKind = 'plan.checkpoint';

const checkpointId = (plan: string, { item, checkpoint }: CheckpointKey): string =>
  deadlineId(checkpointKind, plan, item, checkpoint);

/** Every item owes a report by every checkpoint of its plan, whether its target is known or not. */
const checkpointsOf = ({
  plan,
  region,
  items,
  checkpoints,
}: ActionPlanAdopted['data']): DeadlineChange[] =>
  items.flatMap((item) =>
    checkpoints.map(({ id: checkpoint, dueOn }) => ({
      kind: 'set',
      id: checkpointId(plan, { item: item.id, checkpoint }),
      ...{ deadline: checkpointKind, region, subject: planStream(plan), dueOn },
      title: `${item.title}: ${checkpoint}`,
    })),
  );

/**
 * The milestones and checkpoints of action plans (rencana aksi): due when the plan says, met when
 * reported. A checkpoint that is closed without a report was missed: closing excuses nobody.
 */
export const planDeadlines: DeadlineContributor = {
  ActionPlanAdopted: (data) => [
    ...data.items.flatMap((item) => milestonesOf(data, item)),
    ...checkpointsOf(data),
  ],
  ProgressReported: (data) => [
    { kind: 'met', id: checkpointId(data.plan, data), on: data.reportedOn },
  ],
  ProgressReturned: (data) => [{ kind: 'reopened', id: checkpointId(data.plan, data) }],
  PlanItemRevised: (data) => milestonesOf(data, data.item),
  MilestoneReported: (data) => [{ kind: 'met', id: idOf(data.plan, data), on: data.metOn }],
  MilestoneReturned: (data) => [{ kind: 'reopened', id: idOf(data.plan, data) }],
};
