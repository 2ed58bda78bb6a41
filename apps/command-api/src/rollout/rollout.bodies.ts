import { type RolloutLevel, type StartKind } from '@jejak/domain/rollout';

import {
  ChoiceField,
  ListField,
  ObjectField,
  PartialDateField,
  RegionCodeField,
  SlugField,
  SlugListField,
  TextField,
} from '../edge/fields';
import { CommandBody, SourceBody } from '../edge/parts';

export class AliasBody {
  @TextField({ description: 'The name as spelled there.', example: 'Symponi' })
  name!: string;

  @ObjectField({ description: 'Who spells it so.', of: SourceBody })
  source!: SourceBody;
}

class CitedBody extends CommandBody {
  @ObjectField({ description: 'Where this was read.', of: SourceBody })
  source!: SourceBody;
}

export class PlanRolloutBody extends CitedBody {
  @TextField({ description: 'Name of the system.', example: 'Simral' })
  name!: string;

  @SlugListField({
    description:
      'What it consists of, such as e-planning, e-musrenbang, e-budgeting, e-controlling, e-procurement, online-licensing, reporting.',
    example: ['e-planning', 'e-budgeting', 'e-controlling', 'reporting'],
    minimum: 1,
  })
  modules!: string[];

  @ListField({ description: 'Other spellings.', of: AliasBody, optional: true, maximum: 20 })
  aliases?: AliasBody[] | null;

  @TextField({ description: 'Who builds it with the region.', example: 'BPPT', optional: true })
  partner?: string | null;

  @TextField({ description: 'Who asked for it.', optional: true })
  promotedBy?: string | null;

  @PartialDateField({
    description: 'When it was announced.',
    example: '2017-10-18',
    optional: true,
  })
  announcedOn?: string | null;
}

export class AddRolloutModulesBody extends CitedBody {
  @SlugListField({ description: 'Further modules.', example: ['e-controlling'], minimum: 1 })
  modules!: string[];
}

export class DelegateRolloutBody extends CitedBody {
  @TextField({ description: 'The office as the source calls it.', example: 'Kepala DPMPTSP' })
  office!: string;

  @SlugField({ description: "The office among the region's units, if registered.", optional: true })
  unit?: string | null;

  @PartialDateField({ description: 'When.', example: '2017-10-18', optional: true })
  on?: string | null;
}

export class OriginBody {
  @RegionCodeField({ description: 'Id of the region it is taken from.', example: '36.74' })
  region!: string;

  @TextField({ description: 'What the system is called there.', example: 'SIMPONIE' })
  name!: string;
}

export class AdoptRolloutBody extends CitedBody {
  @ObjectField({ description: 'Which system of which region.', of: OriginBody })
  from!: OriginBody;

  @ListField({
    description: 'Other spellings of that name.',
    of: AliasBody,
    optional: true,
    maximum: 20,
  })
  aliases?: AliasBody[] | null;

  @PartialDateField({ description: 'When.', example: '2017-10', optional: true })
  on?: string | null;
}

export class RecordRolloutStartBody extends CitedBody {
  @ChoiceField({
    description: 'What is said to have happened.',
    example: 'built',
    of: ['built', 'running'] satisfies StartKind[],
  })
  kind!: StartKind;

  @PartialDateField({ description: 'When, as exact as the source is.', example: '2016' })
  on!: string;
}

export class RecordRolloutLiveBody extends CitedBody {
  @SlugField({
    description: 'The module; left out where the source does not tell them apart.',
    example: 'e-planning',
    optional: true,
  })
  module?: string | null;

  @ChoiceField({
    description: 'Village (desa), district (kecamatan) or the region itself (kabupaten).',
    example: 'village',
    of: ['village', 'district', 'region'] satisfies RolloutLevel[],
  })
  level!: RolloutLevel;

  @PartialDateField({ description: 'Since when, if the source says.', optional: true })
  since?: string | null;
}

export class RetireRolloutBody extends CitedBody {
  @SlugField({ description: 'The module; left out for the whole system.', optional: true })
  module?: string | null;

  @PartialDateField({ description: 'When.', example: '2020-06', optional: true })
  on?: string | null;

  @TextField({ description: 'Why.', example: 'Replaced by SIPD', maxLength: 2000, manyLines: true })
  reason!: string;
}
