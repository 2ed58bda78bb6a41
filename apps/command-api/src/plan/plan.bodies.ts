import {
  DayField,
  DecimalField,
  IntegerField,
  ListField,
  ObjectField,
  RegionCodeField,
  SlugField,
  TextField,
} from '../edge/fields';
import { CommandBody, EvidenceBody, SourceBody } from '../edge/parts';

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

  @ListField({ description: 'Its milestones in order.', of: MilestoneBody, minimum: 1 })
  milestones!: MilestoneBody[];
}

export class AdoptPlanBody extends CommandBody {
  @RegionCodeField({ description: 'Region that adopts it.', example: '36' })
  region!: string;

  @TextField({ description: 'Period as the plan names it.', example: '2017', maxLength: 64 })
  period!: string;

  @TextField({ description: 'Decree it rests on, if known.', optional: true })
  decree?: string | null;

  @ListField({ description: 'Items.', of: PlanItemBody, minimum: 1 })
  items!: PlanItemBody[];

  @IntegerField({
    description: 'Number of items announced, when more than are named.',
    example: 6,
    minimum: 1,
    maximum: 10_000,
    optional: true,
  })
  announcedItemCount?: number | null;

  @ObjectField({ description: 'Where this was read.', of: SourceBody, optional: true })
  source?: SourceBody | null;
}

export class ReportMilestoneBody extends CommandBody {
  @SlugField({ description: 'Item of the plan.', example: 'gratification-regulation' })
  item!: string;

  @SlugField({ description: 'Milestone of the item.', example: 'draft-regulation' })
  milestone!: string;

  @DayField({ description: 'Day it was met.', example: '2017-06-12' })
  metOn!: string;

  @ListField({ description: 'Evidence by hash.', of: EvidenceBody, minimum: 1, maximum: 100 })
  evidence!: EvidenceBody[];

  @TextField({
    description: 'Note of the reporter.',
    maxLength: 2000,
    manyLines: true,
    optional: true,
  })
  note?: string | null;
}

export class VerifyMilestoneBody extends CommandBody {
  @SlugField({ description: 'Item of the plan.', example: 'gratification-regulation' })
  item!: string;

  @SlugField({ description: 'Milestone of the item.', example: 'draft-regulation' })
  milestone!: string;

  @TextField({
    description: 'Note of the verifier.',
    maxLength: 2000,
    manyLines: true,
    optional: true,
  })
  note?: string | null;
}

export class ReturnMilestoneBody extends CommandBody {
  @SlugField({ description: 'Item of the plan.', example: 'gratification-regulation' })
  item!: string;

  @SlugField({ description: 'Milestone of the item.', example: 'draft-regulation' })
  milestone!: string;

  @TextField({ description: 'What is missing.', maxLength: 2000, manyLines: true })
  reason!: string;
}

export class RevisePlanItemBody extends CommandBody {
  @ObjectField({ description: 'The whole item as it stands from now on.', of: PlanItemBody })
  item!: PlanItemBody;

  @TextField({ description: 'Why it is revised.', maxLength: 2000, manyLines: true })
  reason!: string;

  @TextField({ description: 'Reference of the approval.', example: 'SK-17/2017' })
  approval!: string;
}
