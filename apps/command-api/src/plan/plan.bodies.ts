import { type ItemStatus, itemStatuses } from '@jejak/domain/plan';

import {
  ChoiceField,
  DayField,
  IntegerField,
  ListField,
  ObjectField,
  RegionCodeField,
  SlugField,
  TextField,
} from '../edge/fields';
import { CommandBody, EvidenceBody, SourceBody } from '../edge/parts';
import { PlanItemBody } from './plan-item.body';

export class CheckpointsBody {
  @SlugField({ description: 'Set of the policy plan-checkpoints.', example: 'annual' })
  set!: string;

  @IntegerField({
    description: 'Year whose January is the first month of the plan.',
    example: 2025,
    minimum: 1900,
    maximum: 2999,
  })
  firstYear!: number;
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

  @ObjectField({
    description: 'Checkpoints by which progress is reported, if the plan has any.',
    of: CheckpointsBody,
    optional: true,
  })
  checkpoints?: CheckpointsBody | null;

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

  @TextField({
    description: 'What is missing.',
    example: 'The draft is not dated',
    maxLength: 2000,
    manyLines: true,
  })
  reason!: string;
}

export class RevisePlanItemBody extends CommandBody {
  @ObjectField({ description: 'The whole item as it stands from now on.', of: PlanItemBody })
  item!: PlanItemBody;

  @TextField({
    description: 'Why it is revised.',
    example: 'The council asked for a draft first',
    maxLength: 2000,
    manyLines: true,
  })
  reason!: string;

  @TextField({ description: 'Reference of the approval.', example: 'SK-17/2017' })
  approval!: string;
}

export class ReassignItemBody extends CommandBody {
  @SlugField({ description: 'Item of the plan.', example: 'gratification-regulation' })
  item!: string;

  @TextField({ description: 'Office that is responsible from now on.', example: 'Inspektorat' })
  to!: string;

  @TextField({
    description: 'Why it moves.',
    example: 'The inspectorate runs the unit now',
    maxLength: 2000,
    manyLines: true,
  })
  reason!: string;
}

export class SetItemStatusBody extends CommandBody {
  @SlugField({ description: 'Item of the plan.', example: 'gratification-regulation' })
  item!: string;

  @ChoiceField({
    description:
      'Diterima, sedang disiapkan, perbaikan, reviu, menunggu tanda tangan, sebagian, belum ada progres.',
    example: 'awaiting-signature',
    of: itemStatuses,
  })
  status!: ItemStatus;

  @TextField({ description: 'In words.', maxLength: 2000, manyLines: true, optional: true })
  note?: string | null;
}

export class TaskForceMemberBody {
  @TextField({ description: 'Office of the member.', example: 'Sekretaris Daerah' })
  position!: string;

  @TextField({ description: 'Name, if known.', optional: true })
  name?: string | null;
}

export class FormTaskForceBody extends CommandBody {
  @TextField({ description: 'What it is called.', example: 'Satuan tugas pencegahan korupsi' })
  name!: string;

  @TextField({ description: 'Decree that forms it, if known.', optional: true })
  decree?: string | null;

  @DayField({ description: 'Day it was formed, if known.', example: '2017-10-18', optional: true })
  formedOn?: string | null;

  @ListField({
    description: 'Members whom a source names.',
    of: TaskForceMemberBody,
    optional: true,
  })
  members?: TaskForceMemberBody[] | null;

  @ObjectField({ description: 'Where this was read.', of: SourceBody, optional: true })
  source?: SourceBody | null;
}
