import { DayField, DecimalField, ListField, SlugField, TextField } from '../edge/fields';
import { CommandBody, EvidenceBody } from '../edge/parts';

const item = { description: 'Item of the plan.', example: 'gratification-regulation' };
const checkpoint = { description: 'Checkpoint of the plan.', example: 'b06' };

export class ReportProgressBody extends CommandBody {
  @SlugField(item)
  item!: string;

  @SlugField(checkpoint)
  checkpoint!: string;

  @DecimalField({ description: 'Percent of the item claimed as reached.', example: '62.5' })
  claimed!: string;

  @ListField({
    description: 'Evidence by hash; none is needed for a claim of 0.',
    of: EvidenceBody,
    maximum: 100,
  })
  evidence!: EvidenceBody[];

  @DayField({ description: 'Day of the report.', example: '2025-06-28' })
  reportedOn!: string;

  @TextField({
    description: 'Note of the reporter.',
    maxLength: 2000,
    manyLines: true,
    optional: true,
  })
  note?: string | null;
}

export class VerifyProgressBody extends CommandBody {
  @SlugField(item)
  item!: string;

  @SlugField(checkpoint)
  checkpoint!: string;

  @DecimalField({ description: 'Percent of the item found reached.', example: '50' })
  verified!: string;

  @TextField({
    description: 'Note of the verifier.',
    maxLength: 2000,
    manyLines: true,
    optional: true,
  })
  note?: string | null;
}

export class ReturnProgressBody extends CommandBody {
  @SlugField(item)
  item!: string;

  @SlugField(checkpoint)
  checkpoint!: string;

  @TextField({
    description: 'What is missing.',
    example: 'The evidence is of another year',
    maxLength: 2000,
    manyLines: true,
  })
  reason!: string;
}

export class CloseCheckpointBody extends CommandBody {
  @SlugField(checkpoint)
  checkpoint!: string;

  @DayField({ description: 'Day of closing, never before its own.', example: '2025-07-15' })
  closedOn!: string;
}
