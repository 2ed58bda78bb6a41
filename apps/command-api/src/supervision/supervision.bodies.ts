import {
  DayField,
  ListField,
  ObjectField,
  RegionCodeField,
  SlugField,
  TextField,
  TextListField,
} from '../edge/fields';
import { CommandBody, EvidenceBody, SourceBody } from '../edge/parts';

export class RecordMeetingBody extends CommandBody {
  @RegionCodeField({ description: 'Region it belongs to.', example: '36' })
  region!: string;

  @TextField({
    description: 'What kind of meeting.',
    example: 'coordination meeting on the action plan',
  })
  title!: string;

  @DayField({ description: 'Day of the meeting.', example: '2023-11-08' })
  date!: string;

  @TextField({ description: 'Place, if known.', optional: true })
  place?: string | null;

  @TextField({ description: 'Who called it.', example: 'KPK' })
  organiser!: string;

  @TextListField({ description: 'Bodies that took part.', example: ['BPKP'], optional: true })
  participants?: string[] | null;

  @ObjectField({ description: 'Where this was read.', of: SourceBody, optional: true })
  source?: SourceBody | null;
}

export class ClaimDetailBody extends CommandBody {
  @TextField({ description: 'Which detail.', example: 'name of the KPK speaker' })
  detail!: string;

  @TextField({ description: 'What the source says of it.', example: 'Saut Situmorang' })
  value!: string;

  @ObjectField({ description: 'Where this was read.', of: SourceBody })
  source!: SourceBody;
}

export class MakeRecommendationBody extends CommandBody {
  @SlugField({ description: 'Name of the recommendation.', example: 'r1' })
  recommendation!: string;

  @TextField({
    description: 'What was recommended.',
    example: 'Regulate the reporting of gratification',
    maxLength: 2000,
    manyLines: true,
  })
  text!: string;

  @TextField({ description: 'Office that follows it up, if named.', optional: true })
  addressee?: string | null;

  @DayField({ description: 'Day it was made.', example: '2023-11-08' })
  madeOn!: string;
}

export class ReportFollowUpBody extends CommandBody {
  @SlugField({ description: 'Name of the recommendation.', example: 'r1' })
  recommendation!: string;

  @DayField({ description: 'Day of the report.', example: '2023-11-08' })
  reportedOn!: string;

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

export class VerifyFollowUpBody extends CommandBody {
  @SlugField({ description: 'Name of the recommendation.', example: 'r1' })
  recommendation!: string;

  @TextField({
    description: 'Note of the verifier.',
    maxLength: 2000,
    manyLines: true,
    optional: true,
  })
  note?: string | null;
}

export class ReturnFollowUpBody extends CommandBody {
  @SlugField({ description: 'Name of the recommendation.', example: 'r1' })
  recommendation!: string;

  @TextField({
    description: 'What is missing.',
    example: 'The regulation is not signed',
    maxLength: 2000,
    manyLines: true,
  })
  reason!: string;
}
