import {
  DayField,
  FlagField,
  IntegerField,
  ObjectField,
  RegionCodeField,
  SlugField,
  TextField,
  TextListField,
  UuidField,
} from '../edge/fields';
import { CommandBody, SourceBody } from '../edge/parts';

export class OpenTrainingBody extends CommandBody {
  @RegionCodeField({ description: 'Region it belongs to.', example: '36' })
  region!: string;

  @TextField({ description: 'What it is called.', example: 'tunas integritas' })
  title!: string;

  @TextField({ description: 'Period as the programme names it, if known.', optional: true })
  period?: string | null;

  @TextField({ description: 'Who organises it, if known.', optional: true })
  organiser?: string | null;

  @ObjectField({ description: 'Where this was read.', of: SourceBody, optional: true })
  source?: SourceBody | null;
}

export class HoldSessionBody extends CommandBody {
  @SlugField({ description: 'Name of the session.', example: '2023-11-08' })
  session!: string;

  @DayField({ description: 'Day it was held.', example: '2023-11-08' })
  date!: string;

  @TextField({ description: 'Place, if known.', optional: true })
  place?: string | null;

  @TextField({ description: 'Who spoke, if known.', optional: true })
  speaker?: string | null;

  @TextListField({
    description: 'Groups it was held for.',
    example: ['DPRD', 'OPD'],
    optional: true,
  })
  audience?: string[] | null;

  @ObjectField({ description: 'Where this was read.', of: SourceBody, optional: true })
  source?: SourceBody | null;
}

export class CountParticipantsBody extends CommandBody {
  @TextField({ description: 'Which group.', example: 'formed' })
  group!: string;

  @IntegerField({ description: 'How many.', example: 222, minimum: 1, maximum: 10_000_000 })
  count!: number;

  @ObjectField({ description: 'Where this was read.', of: SourceBody })
  source!: SourceBody;
}

export class RegisterParticipantBody extends CommandBody {
  @UuidField({
    description: 'Pseudonym, a UUID drawn at random.',
    example: '5f0c2a91-3c1e-4b7a-9a43-7f0f5a4c2e11',
  })
  person!: string;
}

export class AnnounceAssessmentBody extends CommandBody {
  @IntegerField({
    description: 'How many were to be assessed.',
    example: 222,
    minimum: 1,
    maximum: 10_000_000,
  })
  count!: number;

  @ObjectField({ description: 'Where this was read.', of: SourceBody })
  source!: SourceBody;
}

export class AssessGroupBody extends CommandBody {
  @TextField({ description: 'Which registered group.', example: 'formed' })
  group!: string;

  @IntegerField({
    description: 'How many were assessed.',
    example: 222,
    minimum: 1,
    maximum: 10_000_000,
  })
  assessed!: number;

  @IntegerField({
    description: 'How many passed, if known.',
    example: 222,
    minimum: 0,
    maximum: 10_000_000,
    optional: true,
  })
  passed?: number | null;

  @DayField({ description: 'Day of the assessment.', example: '2023-11-08' })
  assessedOn!: string;

  @ObjectField({ description: 'Where this was read.', of: SourceBody })
  source!: SourceBody;
}

export class AssessParticipantBody extends CommandBody {
  @UuidField({
    description: 'Pseudonym, a UUID drawn at random.',
    example: '5f0c2a91-3c1e-4b7a-9a43-7f0f5a4c2e11',
  })
  person!: string;

  @FlagField({ description: 'Whether they passed.', example: true })
  passed!: boolean;

  @DayField({ description: 'Day of the assessment.', example: '2023-11-08' })
  assessedOn!: string;
}
