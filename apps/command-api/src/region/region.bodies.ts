import { type RegionLevel } from '@jejak/domain/region';

import {
  ChoiceField,
  DayField,
  IntegerField,
  ObjectField,
  RegionCodeField,
  TextField,
} from '../edge/fields';
import { CommandBody, SourceBody } from '../edge/parts';

export const regionLevels = [
  'province',
  'regency',
  'city',
] as const satisfies readonly RegionLevel[];

const count = (description: string, example: number): PropertyDecorator =>
  IntegerField({ description, example, minimum: 0, maximum: 100_000 });

export class SubdivisionsBody {
  @count('Districts (kecamatan).', 6)
  districts!: number;

  @count('Urban villages (kelurahan).', 67)
  urbanVillages!: number;

  @count('Villages (desa).', 0)
  villages!: number;
}

export class RegisterRegionBody extends CommandBody {
  @TextField({ description: 'Official name.', example: 'Kota Serang' })
  name!: string;

  @ChoiceField({ description: 'Level of government.', example: 'city', of: regionLevels })
  level!: RegionLevel;

  @RegionCodeField({
    description: 'Code of the province; left out for a province.',
    example: '36',
    optional: true,
  })
  parent?: string | null;

  @DayField({ description: 'First day the code is valid, if known.', optional: true })
  validFrom?: string | null;

  @DayField({ description: 'First day the code is no longer valid, if known.', optional: true })
  validUntil?: string | null;

  @ObjectField({ description: 'Number of subdivisions.', of: SubdivisionsBody, optional: true })
  subdivisions?: SubdivisionsBody | null;

  @ObjectField({ description: 'Where this was read.', of: SourceBody, optional: true })
  source?: SourceBody | null;
}

export class ReserveRegionCodeBody extends CommandBody {
  @RegionCodeField({
    description:
      'Id of the region that is to get the code: the code it was first registered under.',
    example: '92.01',
  })
  region!: string;

  @DayField({ description: 'First day it is to have it.', example: '2022-12-09' })
  validFrom!: string;

  @ObjectField({ description: 'Where this was read.', of: SourceBody, optional: true })
  source?: SourceBody | null;
}

export class RecodeRegionBody extends CommandBody {
  @RegionCodeField({ description: 'The new code, reserved before.', example: '96.01' })
  code!: string;

  @DayField({ description: 'First day of the new code.', example: '2022-12-09' })
  validFrom!: string;

  @TextField({ description: 'Law or decree that changed it.', example: 'UU 29/2022' })
  legalBasis!: string;

  @ObjectField({ description: 'Where this was read.', of: SourceBody, optional: true })
  source?: SourceBody | null;
}
