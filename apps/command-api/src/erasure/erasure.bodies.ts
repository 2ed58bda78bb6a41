import { type ErasureChannel, erasureChannels } from '@jejak/domain/erasure';

import { ChoiceField, DayField, RegionCodeField, SlugField, TextField } from '../edge/fields';
import { CommandBody } from '../edge/parts';

export class RequestErasureBody extends CommandBody {
  @RegionCodeField({
    description: 'Region whose office received it, and sealed what is to be erased.',
    example: '36.73',
  })
  region!: string;

  @ChoiceField({
    description: 'How it was made (UU 27/2022 art. 14).',
    example: 'electronic',
    of: erasureChannels,
  })
  channel!: ErasureChannel;

  @DayField({ description: 'Day it was received.', example: '2026-03-23' })
  receivedOn!: string;
}

export class DecideErasureBody extends CommandBody {
  @DayField({ description: 'Day of the decision.', example: '2026-03-24' })
  decidedOn!: string;

  @ChoiceField({ description: 'What it is.', example: 'granted', of: ['granted', 'refused'] })
  outcome!: 'granted' | 'refused';

  @SlugField({
    description:
      'Letter of the exemption that a refusal rests on (UU 27/2022 art. 15 paragraph 1), as the policy erasure-rules has them; left out for a grant.',
    example: 'b',
    optional: true,
  })
  exemption?: string | null;

  @TextField({
    description:
      'Law and article that a refusal carries out (art. 15 paragraph 2); left out for a grant. Public, so name nobody.',
    example: 'UU 31/1999 art. 21',
    maxLength: 200,
    optional: true,
  })
  law?: string | null;
}

export class ShredSubjectKeyBody extends CommandBody {}
