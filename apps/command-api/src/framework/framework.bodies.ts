import { type FrameworkContent } from '@jejak/domain/framework';
import { type RegionLevel } from '@jejak/domain/region';

import { regionLevels } from '../region/region.bodies';
import {
  ChoiceField,
  ChoiceListField,
  DayField,
  DecimalField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  Sha256Field,
  SlugField,
  TextField,
} from '../edge/fields';
import { CommandBody, SourceBody } from '../edge/parts';

export class ScaleBody {
  @DecimalField({ description: 'Lowest possible score.', example: '0' })
  minimum!: string;

  @DecimalField({ description: 'Highest possible score.', example: '100' })
  maximum!: string;
}

export class DocumentBody {
  @SlugField({ description: 'Identifier within the sub-indicator.', example: 'menus' })
  id!: string;

  @TextField({ description: 'What is asked for.', example: 'Tangkapan layar menu e-planning' })
  title!: string;

  @DecimalField({ description: 'What it is worth.', example: '50' })
  points!: string;
}

export class SubIndicatorBody {
  @SlugField({ description: 'Identifier within the framework.', example: 'planning.1.1' })
  id!: string;

  @TextField({ description: 'Name as the guide prints it.', example: 'Kualitas Musrenbang' })
  name!: string;

  @DecimalField({ description: 'Weight within the indicator.', example: '1' })
  weight!: string;

  @ChoiceListField({
    description: 'Levels it is assessed for; left out where it is wherever the indicator is.',
    of: regionLevels,
    optional: true,
  })
  appliesTo?: RegionLevel[] | null;

  @DecimalField({ description: 'Points of all its documents.', example: '100' })
  maximumPoints!: string;

  @ListField({ description: 'Documents it asks for.', of: DocumentBody, minimum: 1 })
  documents!: DocumentBody[];
}

export class IndicatorBody {
  @SlugField({ description: 'Identifier within the area.', example: 'budget-transparency' })
  id!: string;

  @TextField({ description: 'Name as the guide prints it.', example: 'Transparansi APBD' })
  name!: string;

  @DecimalField({ description: 'Weight within the area.', example: '1' })
  weight!: string;

  @ChoiceListField({
    description: 'Levels it is assessed for; left out where it is wherever the area is.',
    of: regionLevels,
    optional: true,
  })
  appliesTo?: RegionLevel[] | null;

  @ListField({
    description: 'Its sub-indicators; left out where the indicator is scored as a whole.',
    of: SubIndicatorBody,
    optional: true,
  })
  subIndicators?: SubIndicatorBody[] | null;
}

export class AreaBody {
  @SlugField({ description: 'Identifier within the framework.', example: 'procurement' })
  id!: string;

  @TextField({ description: 'Name as the guide prints it.', example: 'Pengadaan Barang dan Jasa' })
  name!: string;

  @DecimalField({ description: 'Weight in the total.', example: '1' })
  weight!: string;

  @ChoiceListField({
    description: 'Levels of government it is assessed for.',
    example: ['regency', 'city'],
    of: regionLevels,
  })
  appliesTo!: RegionLevel[];

  @ListField({
    description: 'Its indicators; left out where the list was never published.',
    of: IndicatorBody,
    optional: true,
  })
  indicators?: IndicatorBody[] | null;
}

export class BandBody {
  @SlugField({ description: 'Name of the band.', example: 'green' })
  id!: string;

  @DecimalField({ description: 'Lower end, included.', example: '75' })
  from!: string;

  @DecimalField({ description: 'Upper end; excluded but for the topmost band.', example: '100' })
  to!: string;
}

export class DraftFrameworkBody extends CommandBody {
  @TextField({ description: 'Title.', example: 'Monitoring Center for Prevention 2019' })
  title!: string;

  @DayField({
    description:
      'First day this version applies. A year is scored by the version in force when it begins.',
    example: '2019-01-01',
  })
  effectiveFrom!: string;

  @ObjectField({ description: 'Range of the total and of each area.', of: ScaleBody })
  scale!: ScaleBody;

  @IntegerField({
    description: 'Decimal places of a computed total.',
    example: 2,
    minimum: 0,
    maximum: 4,
  })
  decimalPlaces!: number;

  @ListField({ description: 'Intervention areas.', of: AreaBody })
  areas!: AreaBody[];

  @ChoiceField({
    description: 'Whether the weights were published or are assumed equal.',
    example: 'assumed-equal',
    of: ['published', 'assumed-equal'] satisfies FrameworkContent['weightsBasis'][],
  })
  weightsBasis!: FrameworkContent['weightsBasis'];

  @ListField({ description: 'Colour bands, if published.', of: BandBody, optional: true })
  bands?: BandBody[] | null;

  @InstantField({
    description: 'Last instant of the uploads, if announced.',
    example: '2025-11-30T23:59:59+07:00',
    optional: true,
  })
  closesAt?: string | null;

  @TextField({ description: 'Legal basis or guide.', example: 'UU 19/2019 article 8' })
  legalBasis!: string;

  @ObjectField({ description: 'Where this was read.', of: SourceBody })
  source!: SourceBody;
}

export class PublishFrameworkBody extends CommandBody {
  @IntegerField({
    description: 'Version of the draft that was read.',
    example: 1,
    minimum: 1,
    maximum: 1000,
  })
  version!: number;

  @Sha256Field({
    description: 'Its digest, as /v1/frameworks/{instrument}/{year}/draft gives it.',
    example: '99ab22a91c74ea3cf793406edf2b2a780786276b57dec2de7036d425ed262478',
  })
  contentSha256!: string;
}
