import { type GiftCategory, type GiverRelation } from '@jejak/domain/gratification/events';

import {
  ChoiceField,
  DayField,
  DecimalField,
  DocumentNumberField,
  FlagField,
  RegionCodeField,
  UuidField,
} from '../edge/fields';
import { CommandBody } from '../edge/parts';

const categories: readonly GiftCategory[] = ['ceremony', 'co-worker', 'farewell', 'other'];
const relations: readonly GiverRelation[] = [
  'superior',
  'subordinate',
  'colleague',
  'relative',
  'business-partner',
  'other',
];

export class ReportGratificationBody extends CommandBody {
  @RegionCodeField({ description: 'Region the receiver serves.', example: '36.73' })
  region!: string;

  @DayField({ description: 'Day the gift was received; its rules apply.', example: '2026-02-02' })
  receivedOn!: string;

  @DayField({ description: 'Day it was reported.', example: '2026-02-10' })
  reportedOn!: string;

  @ChoiceField({
    description: 'To the Commission, or to the gratification control unit of the body.',
    example: 'upg',
    of: ['kpk', 'upg'],
  })
  to!: 'kpk' | 'upg';

  @ChoiceField({ description: 'What it was for.', example: 'co-worker', of: categories })
  category!: GiftCategory;

  @ChoiceField({
    description: 'Money and what is as good as money, or not.',
    example: 'non-cash',
    of: ['cash', 'non-cash'],
  })
  form!: 'cash' | 'non-cash';

  @DecimalField({ description: 'Estimated value in rupiah.', example: '600000' })
  value!: string;

  @UuidField({
    description: 'Pseudonym of the giver, for the total of the year; left out if unknown.',
    example: 'c2a1a6de-7a50-4a43-8a63-33cf8f1f6b02',
    optional: true,
  })
  giver?: string | null;

  @ChoiceField({ description: 'What the giver is to the receiver.', of: relations })
  giverRelation!: GiverRelation;

  @FlagField({ description: 'Whether every document is there.', example: true })
  complete!: boolean;
}

export class CompleteGratificationBody extends CommandBody {
  @DayField({ description: 'Day the missing documents came.', example: '2026-02-12' })
  completedOn!: string;
}

export class ForwardGratificationBody extends CommandBody {
  @DayField({ description: 'Day the unit passed it on.', example: '2026-02-20' })
  forwardedOn!: string;
}

export class DecideGratificationBody extends CommandBody {
  @DayField({ description: 'Day of the decree.', example: '2026-03-20' })
  decidedOn!: string;

  @ChoiceField({ description: 'Whose the gift is.', example: 'state', of: ['receiver', 'state'] })
  owner!: 'receiver' | 'state';

  @DocumentNumberField({ description: 'Number of the decree.', example: 'SK-12/2026' })
  decision!: string;
}

export class DropGratificationBody extends CommandBody {
  @DayField({ description: 'Day it was dropped.', example: '2026-03-20' })
  droppedOn!: string;
}
