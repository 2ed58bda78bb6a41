import { type ComplaintChannel, type ComplaintClass } from '@jejak/domain/complaint/events';

import {
  ChoiceField,
  DayField,
  RegionCodeField,
  SlugField,
  TextField,
  UuidField,
} from '../edge/fields';
import { CommandBody } from '../edge/parts';

const channels: readonly ComplaintChannel[] = ['web', 'app', 'sms', 'letter', 'visit', 'telephone'];
const classes: readonly ComplaintClass[] = ['information', 'violation', 'violation-field-check'];

export class FileComplaintBody extends CommandBody {
  @RegionCodeField({ description: 'Region complained about.', example: '36.73' })
  region!: string;

  @ChoiceField({ description: 'How it came in.', example: 'web', of: channels })
  channel!: ComplaintChannel;

  @ChoiceField({
    description: 'What it is; the term to answer follows.',
    example: 'violation',
    of: classes,
  })
  class!: ComplaintClass;

  @UuidField({
    description: 'Pseudonym of the sealed reporter; left out for an anonymous complaint.',
    example: 'e3f3b6d2-1c2e-4b8a-8f45-6a7b8c9d0e1f',
    optional: true,
  })
  reporter?: string | null;

  @DayField({ description: 'Day it came in.', example: '2026-02-02' })
  filedOn!: string;

  @TextField({
    description: 'What it says. Sealed before it is recorded.',
    example: 'The fee for the permit was asked in cash.',
    maxLength: 2_000,
    manyLines: true,
  })
  text!: string;
}

export class AcknowledgeComplaintBody extends CommandBody {
  @DayField({ description: 'Day it was verified.', example: '2026-02-03' })
  acknowledgedOn!: string;
}

export class AssignComplaintBody extends CommandBody {
  @SlugField({ description: 'Office that must answer.', example: 'inspektorat' })
  office!: string;

  @TextField({
    description:
      'Identifier of the officer who answers it, as in their token; nobody else reads it then.',
    example: 'inspektorat-07',
    maxLength: 200,
    optional: true,
  })
  handler?: string | null;

  @DayField({ description: 'Day it was forwarded.', example: '2026-02-04' })
  assignedOn!: string;
}

export class AnswerComplaintBody extends CommandBody {
  @DayField({ description: 'Day of the answer.', example: '2026-02-16' })
  answeredOn!: string;

  @TextField({
    description: 'The answer. Sealed before it is recorded.',
    example: 'The fee was paid back.',
    maxLength: 2_000,
    manyLines: true,
  })
  text!: string;
}

export class CloseComplaintBody extends CommandBody {
  @DayField({ description: 'Day it was closed.', example: '2026-03-03' })
  closedOn!: string;

  @ChoiceField({ description: 'Why.', example: 'no-reply', of: ['no-reply', 'consent'] })
  ground!: 'no-reply' | 'consent';
}

export class ReopenComplaintBody extends CommandBody {
  @DayField({ description: 'Day it was reopened.', example: '2026-03-10' })
  reopenedOn!: string;

  @ChoiceField({ description: 'Why.', example: 'new-facts', of: ['not-satisfied', 'new-facts'] })
  ground!: 'not-satisfied' | 'new-facts';
}

export class EscalateComplaintBody extends CommandBody {
  @SlugField({ description: 'Body it was escalated to.', example: 'kpk' })
  to!: string;

  @DayField({ description: 'Day it was escalated.', example: '2026-02-20' })
  escalatedOn!: string;

  @ChoiceField({
    description: 'Why.',
    example: 'overdue',
    of: ['overdue', 'outside-competence', 'serious'],
  })
  ground!: 'overdue' | 'outside-competence' | 'serious';
}

export class ReadComplaintBody extends CommandBody {}

export class SealReporterBody extends CommandBody {
  @RegionCodeField({ description: 'Region whose unit keeps the identity.', example: '36.73' })
  region!: string;

  @TextField({
    description: 'Name. Sealed before it is recorded.',
    example: 'Sari',
    maxLength: 200,
  })
  name!: string;

  @TextField({
    description: 'How to reach them. Sealed as well.',
    example: 'By post, to the inspectorate',
    maxLength: 200,
  })
  contact!: string;
}

export class RequestUnmaskingBody extends CommandBody {
  @TextField({
    description: 'Law and article that allow it; public, so name nobody.',
    example: 'UU 31/2014 art. 10',
    maxLength: 200,
  })
  legalBasis!: string;
}

export class ApproveUnmaskingBody extends CommandBody {}
