import {
  DayField,
  JsonField,
  ObjectField,
  Sha256Field,
  TextField,
  TextListField,
} from '../edge/fields';
import { CommandBody, SourceBody } from '../edge/parts';

export class DraftPolicyBody extends CommandBody {
  @TextField({ description: 'Title.', example: 'Time zones of Indonesia' })
  title!: string;

  @DayField({ description: 'First day this version applies.', example: '1988-01-01' })
  effectiveFrom!: string;

  @TextField({ description: 'Legal basis.', example: 'Keppres 41/1987' })
  legalBasis!: string;

  @ObjectField({ description: 'Where this was read.', of: SourceBody })
  source!: SourceBody;

  @TextListField({
    description: 'Parts of the content that no source confirms; replies that rest on them say so.',
    example: ['wbbm.total'],
    optional: true,
  })
  unconfirmed?: string[] | null;

  @JsonField({
    description: 'What the policy says, in the form its kind has.',
    example: { zones: [{ id: 'WIB', offsetMinutes: 420, provinces: ['36'] }] },
  })
  content!: object;
}

export class ApprovePolicyBody extends CommandBody {
  @Sha256Field({
    description: 'Digest of the draft that was read, as /v1/policies/{kind}/draft gives it.',
    example: '01283127ae752a2668c6d373b14e5910cb5f9e09e361b45d41ce73b83555ccde',
  })
  contentSha256!: string;
}

export class RetirePolicyBody extends CommandBody {
  @DayField({ description: 'Last day the version applies.', example: '2026-12-31' })
  lastDay!: string;

  @TextField({
    description: 'Why it ends.',
    example: 'The regulation was revoked',
    maxLength: 2000,
    manyLines: true,
  })
  reason!: string;
}
