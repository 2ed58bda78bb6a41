import { type BreachFinding, type PactObligation, pactObligations } from '@jejak/domain/pact';

import {
  ChoiceField,
  ChoiceListField,
  DayField,
  RegionCodeField,
  SlugField,
  TextField,
  UuidField,
} from '../edge/fields';
import { CommandBody } from '../edge/parts';

export class ReportBreachBody extends CommandBody {
  @RegionCodeField({ description: 'Region whose officers examine it.', example: '36.04' })
  region!: string;

  @SlugField({ description: 'Pact that is said to be broken.', example: 'serang-2022-06-23' })
  pact!: string;

  @TextField({ description: 'Office as it stands in the pact.', example: 'Kepala Bapenda' })
  position!: string;

  @ChoiceListField({ description: 'Which of the seven obligations.', of: pactObligations })
  obligations!: PactObligation[];

  @UuidField({
    description:
      'Pseudonym of the reporter, a UUID drawn at random. Who it is never enters the log.',
    example: '5f0c2a91-3c1e-4b7a-9a43-7f0f5a4c2e11',
  })
  reporter!: string;

  @DayField({ description: 'Day of the report.', example: '2024-02-01' })
  reportedOn!: string;

  @SlugField({
    description: 'The concluded case this one appeals against, if it does.',
    optional: true,
  })
  appealOf?: string | null;
}

export class ConcludeBreachBody extends CommandBody {
  @ChoiceField({
    description: 'What the examination found.',
    of: ['proven', 'not-proven'] satisfies BreachFinding[],
  })
  finding!: BreachFinding;

  @TextField({
    description: 'Decision on the sanction, if there is one.',
    example: 'SK-12/2024',
    optional: true,
  })
  sanctionReference?: string | null;

  @TextField({
    description: 'Why, in words.',
    example: 'Two witnesses and the receipt agree',
    maxLength: 2000,
    manyLines: true,
  })
  reason!: string;

  @DayField({ description: 'Day of the conclusion.', example: '2024-03-01' })
  concludedOn!: string;
}
