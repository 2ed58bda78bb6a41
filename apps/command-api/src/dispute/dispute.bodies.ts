import {
  DayField,
  IntegerField,
  ListField,
  ObjectField,
  RegionCodeField,
  TextField,
} from '../edge/fields';
import { CommandBody, SourceBody } from '../edge/parts';

export class ClaimedRankBody {
  @RegionCodeField({ description: 'Region the claim is about.', example: '36.72' })
  region!: string;

  @IntegerField({
    description: 'Rank it claims for the region, if it gives a number.',
    example: 8,
    minimum: 1,
    maximum: 1_000,
    optional: true,
  })
  rank?: number | null;
}

export class RecordClaimBody extends CommandBody {
  @TextField({ description: 'Who said it.', example: 'Inspektorat Kota Cilegon' })
  by!: string;

  @DayField({ description: 'Day on which it was said.', example: '2025-02-16' })
  date!: string;

  @TextField({
    description: 'What was said.',
    example: 'Kota Cilegon is 8th of 8',
    maxLength: 2000,
    manyLines: true,
  })
  text!: string;

  @ListField({
    description: 'Regions it is about.',
    of: ClaimedRankBody,
    maximum: 100,
    optional: true,
  })
  about?: ClaimedRankBody[] | null;

  @ObjectField({ description: 'Where this was read.', of: SourceBody })
  source!: SourceBody;
}
