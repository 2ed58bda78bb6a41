import {
  DayField,
  DecimalField,
  IntegerField,
  ObjectField,
  SlugField,
  TextField,
} from '../edge/fields';
import { CommandBody, SourceBody } from '../edge/parts';

export class RecordIndexBody extends CommandBody {
  @DecimalField({ description: 'The value as it was published.', example: '71.53' })
  value!: string;

  @SlugField({
    description: 'Band its publisher named, by the identifier the policy gives it.',
    example: 'yellow',
    optional: true,
  })
  claimedBand?: string | null;

  @TextField({
    description: "The publisher's own words for the band.",
    example: 'kuning bawah',
    optional: true,
  })
  claimedAs?: string | null;

  @IntegerField({
    description: 'How many persons were asked.',
    example: 601453,
    minimum: 1,
    maximum: 1_000_000_000,
    optional: true,
  })
  respondents?: number | null;

  @DayField({ description: 'Day of publication.', example: '2025-01-22', optional: true })
  publishedOn?: string | null;

  @ObjectField({ description: 'Where this was read.', of: SourceBody })
  source!: SourceBody;
}

export class CorrectIndexBody extends CommandBody {
  @IntegerField({
    description: 'Number of the publication that was recorded wrongly, from 1.',
    example: 1,
    minimum: 1,
    maximum: 1_000_000,
  })
  publication!: number;

  @DecimalField({ description: 'The value it should have.', example: '71.54' })
  to!: string;

  @TextField({
    description: 'Why it is corrected.',
    example: 'The figure of another year had been typed.',
    maxLength: 2000,
    manyLines: true,
  })
  reason!: string;
}
