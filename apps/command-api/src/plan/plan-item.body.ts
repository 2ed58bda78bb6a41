import { type PlanItem } from '@jejak/domain/plan';

import { DayField, DecimalField, ListField, SlugField, TextField } from '../edge/fields';

export class MilestoneBody {
  @SlugField({ description: 'Identifier within the item.', example: 'draft-regulation' })
  id!: string;

  @TextField({ description: 'What is to be reached.', example: 'Draft regulation submitted' })
  title!: string;

  @DayField({ description: 'Due day, if known.', example: '2017-06-30', optional: true })
  dueOn?: string | null;

  @DecimalField({
    description: 'Cumulative target in percent, if set.',
    example: '50',
    optional: true,
  })
  target?: string | null;
}

export class TargetBody {
  @SlugField({ description: 'Checkpoint of the plan.', example: 'b06' })
  checkpoint!: string;

  @DecimalField({
    description: 'Cumulative target in percent, if known.',
    example: '50',
    optional: true,
  })
  target?: string | null;
}

export class PlanItemBody {
  @SlugField({ description: 'Identifier within the plan.', example: 'gratification-regulation' })
  id!: string;

  @TextField({
    description: 'What is to be done.',
    example: 'Governor regulation on gratification',
  })
  title!: string;

  @TextField({ description: 'What counts as success, if stated.', optional: true })
  measure?: string | null;

  @TextField({
    description: 'Responsible office, if named.',
    example: 'Inspektorat',
    optional: true,
  })
  owner?: string | null;

  @ListField({ description: 'Its milestones in order.', of: MilestoneBody, optional: true })
  milestones?: MilestoneBody[] | null;

  @ListField({
    description: 'Its targets at checkpoints of the plan; one that is left out is unknown.',
    of: TargetBody,
    maximum: 60,
    optional: true,
  })
  targets?: TargetBody[] | null;
}

/** Plain values for an event; what was left out is null there. */
export const itemFrom = (body: PlanItemBody): PlanItem => ({
  id: body.id,
  title: body.title,
  measure: body.measure ?? null,
  owner: body.owner ?? null,
  milestones: (body.milestones ?? []).map((milestone) => ({
    id: milestone.id,
    title: milestone.title,
    dueOn: milestone.dueOn ?? null,
    target: milestone.target ?? null,
  })),
  targets: (body.targets ?? []).map(({ checkpoint, target }) => ({
    checkpoint,
    target: target ?? null,
  })),
});
