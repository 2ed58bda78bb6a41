import {
  type DeclarationField,
  type EndGround,
  type FilingKind,
} from '@jejak/domain/declaration/events';

import {
  ChoiceField,
  DayField,
  DayOrMonthField,
  DocumentNumberField,
  IntegerField,
  ObjectField,
  RegionCodeField,
  SlugField,
  TextField,
} from '../edge/fields';
import { CommandBody, SourceBody } from '../edge/parts';

const fields: readonly DeclarationField[] = [
  'executive',
  'legislative',
  'judicial',
  'state-enterprise',
];
const kinds: readonly FilingKind[] = ['periodic', 'special-start', 'special-end', 'on-request'];
const grounds: readonly EndGround[] = ['other-position', 'end-of-office', 'pension', 'other'];

const aFiling = { description: 'Key of the report.', example: 'periodic-2023' };
const aReceipt = { description: "Number of the Commission's receipt.", example: 'TT/2024/0001' };

export class RegisterObligorBody extends CommandBody {
  @RegionCodeField({ description: 'Region the position belongs to.', example: '36.73' })
  region!: string;

  @ChoiceField({ description: 'Field (bidang) it is counted in.', example: fields[0], of: fields })
  field!: DeclarationField;

  @TextField({
    description: 'Title of the position, never a name.',
    example: 'Kepala Dinas Kesehatan',
    maxLength: 200,
  })
  title!: string;

  @DayField({ description: 'First day in the position.', example: '2023-02-01' })
  since!: string;

  @IntegerField({
    description:
      'For somebody long in office: the first year whose periodic report is followed. Left out, the report of the appointment is expected first.',
    example: 2023,
    minimum: 1990,
    maximum: 2999,
    optional: true,
  })
  firstYear?: number | null;
}

export class EndObligationBody extends CommandBody {
  @DayField({ description: 'Last day in the position.', example: '2024-06-30' })
  endedOn!: string;

  @ChoiceField({ description: 'Why it ended.', example: 'pension', of: grounds })
  ground!: EndGround;
}

export class RecordFilingBody extends CommandBody {
  @ChoiceField({ description: 'Why the report was made.', example: 'periodic', of: kinds })
  kind!: FilingKind;

  @DayField({
    description:
      '31 December of the year a periodic report is about; the appointment, the last day in office or the request for the others.',
    example: '2023-12-31',
  })
  occasionOn!: string;

  @DayField({ description: 'Day it was handed in.', example: '2024-03-28' })
  filedOn!: string;

  @DocumentNumberField(aReceipt)
  receipt!: string;
}

export class VerifyFilingBody extends CommandBody {
  @SlugField(aFiling)
  filing!: string;

  @ChoiceField({
    description: 'What the Commission found.',
    example: 'complete',
    of: ['complete', 'incomplete'],
  })
  result!: 'complete' | 'incomplete';

  @DayField({ description: 'Day of the finding, or of the notice.', example: '2024-05-02' })
  verifiedOn!: string;

  @DocumentNumberField({
    description: 'Number of the notice that says what is missing; only for an incomplete report.',
    example: null,
    optional: true,
  })
  notice?: string | null;
}

export class SupplementFilingBody extends CommandBody {
  @SlugField(aFiling)
  filing!: string;

  @DayField({
    description: 'Day on which the missing parts were handed in.',
    example: '2024-05-20',
  })
  suppliedOn!: string;

  @DocumentNumberField(aReceipt)
  receipt!: string;
}

const count = (description: string, example: number) => ({
  description,
  example,
  minimum: 0,
  maximum: 1_000_000_000,
});

export class RecordComplianceStatisticBody extends CommandBody {
  @DayOrMonthField({
    description: 'Day the figures speak of, or the month where the source gives no day.',
    example: '2024-04',
  })
  asOf!: string;

  @ChoiceField({
    description: 'Field the figures are about; left out for all together.',
    of: fields,
    optional: true,
  })
  field?: DeclarationField | null;

  @IntegerField(count('How many must report.', 407_290))
  obligors!: number;

  @IntegerField(count('How many of them have reported.', 391_705))
  submitted!: number;

  @IntegerField({
    ...count('How many of them have reported completely; left out if unpublished.', 208_288),
    optional: true,
  })
  complete?: number | null;

  @ObjectField({ description: 'Where this was read.', of: SourceBody })
  source!: SourceBody;
}
