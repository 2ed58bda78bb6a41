import { type UnitKind } from '@jejak/domain/unit';

import {
  ChoiceField,
  DayField,
  ObjectField,
  SlugField,
  SlugListField,
  TextField,
} from '../edge/fields';
import { CommandBody, SourceBody } from '../edge/parts';

export const unitKinds = [
  'office',
  'district',
  'urban-village',
  'village',
  'customary-village',
  'service-area',
] as const satisfies readonly UnitKind[];

export class RegisterUnitBody extends CommandBody {
  @ChoiceField({
    description:
      'Office (OPD), district (kecamatan), urban village (kelurahan), village (desa), customary village (desa adat), service area (kawasan).',
    example: 'office',
    of: unitKinds,
  })
  kind!: UnitKind;

  @TextField({ description: 'Official name.', example: 'Badan Pendapatan Daerah' })
  name!: string;

  @TextField({
    description: 'Ministry code of a district or village.',
    example: '36.04.07',
    maxLength: 13,
    optional: true,
  })
  code?: string | null;

  @SlugField({
    description: 'The district of a village, the office an office belongs to.',
    optional: true,
  })
  parent?: string | null;

  @DayField({ description: 'First day it exists, if known.', optional: true })
  validFrom?: string | null;

  @ObjectField({ description: 'Where this was read.', of: SourceBody, optional: true })
  source?: SourceBody | null;
}

export class UnitChangeBody extends CommandBody {
  @DayField({ description: 'First day the change applies.', example: '2017-01-02' })
  validFrom!: string;

  @TextField({ description: 'Regulation or decree behind it.', example: 'Perda 11/2016' })
  legalBasis!: string;

  @ObjectField({ description: 'Where this was read.', of: SourceBody, optional: true })
  source?: SourceBody | null;
}

export class RenameUnitBody extends UnitChangeBody {
  @TextField({ description: 'The new name.', example: 'Dinas Penanaman Modal dan PTSP' })
  name!: string;
}

export class RecodeUnitBody extends UnitChangeBody {
  @TextField({ description: 'The new Ministry code.', example: '36.04.30', maxLength: 13 })
  code!: string;
}

export class MergeUnitsBody extends UnitChangeBody {
  @SlugListField({
    description: 'The units that end and go into this one.',
    example: ['dinas-pertanian', 'dinas-perkebunan'],
    minimum: 1,
  })
  units!: string[];
}

export class CloseUnitBody extends UnitChangeBody {}
