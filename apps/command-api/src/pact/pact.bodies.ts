import {
  type PactObligation,
  type PactSuperseded,
  type WitnessCapacity,
  pactObligations,
} from '@jejak/domain/pact';

import {
  ChoiceField,
  DayField,
  FlagField,
  IntegerField,
  ListField,
  ObjectField,
  RegionCodeField,
  SlugField,
  TextField,
} from '../edge/fields';
import { CommandBody, SourceBody } from '../edge/parts';

export class ClauseBody {
  @ChoiceField({ description: 'Which of the seven obligations.', of: pactObligations })
  obligation!: PactObligation;

  @TextField({
    description: 'Its wording.',
    example: 'Acts honestly, transparently, objectively and accountably.',
    maxLength: 2000,
    manyLines: true,
  })
  text!: string;
}

export class PublishPactTextBody extends CommandBody {
  @TextField({ description: 'Title.', example: 'Pakta Integritas, general form' })
  title!: string;

  @TextField({ description: 'Regulation it follows.', example: 'PermenPAN-RB 49/2011' })
  legalBasis!: string;

  @ListField({ description: 'All seven obligations, each once.', of: ClauseBody, maximum: 20 })
  clauses!: ClauseBody[];
}

export class RetirePactTextBody extends CommandBody {
  @DayField({
    description: 'Last day on which it may be signed. What was signed until then holds.',
    example: '2024-12-31',
  })
  lastDay!: string;

  @TextField({
    description: 'Why, in words.',
    example: 'Replaced by the wording of a new regulation',
    maxLength: 2000,
    manyLines: true,
  })
  reason!: string;
}

export class SymbolicSignersBody {
  @TextField({ description: 'Group that signed.', example: 'Camat' })
  group!: string;

  @IntegerField({
    description: 'How many of them, if the source says.',
    example: 9,
    minimum: 1,
    maximum: 1_000_000,
    optional: true,
  })
  count?: number | null;
}

export class DraftPactBody extends CommandBody {
  @RegionCodeField({ description: 'Region whose pact it is.', example: '36.04' })
  region!: string;

  @SlugField({ description: 'Published pact text.', example: 'permenpan-rb-49-2011' })
  textVersion!: string;

  @TextField({ description: 'Occasion.', example: 'Declaration of Zona Integritas' })
  occasion!: string;

  @DayField({ description: 'Day of the ceremony.', example: '2022-06-23' })
  date!: string;

  @TextField({ description: 'Place, if known.', example: 'Aula Tb Suwandi', optional: true })
  place?: string | null;

  @ListField({
    description: 'Groups that signed symbolically and are only counted.',
    of: SymbolicSignersBody,
    optional: true,
  })
  symbolicSigners?: SymbolicSignersBody[] | null;

  @ObjectField({ description: 'Where this was read.', of: SourceBody, optional: true })
  source?: SourceBody | null;
}

export class SignPactBody extends CommandBody {
  @TextField({ description: 'Office of the signatory.', example: 'Bupati Serang' })
  position!: string;

  @TextField({ description: 'Name, if known.', example: 'Ratu Tatu Chasanah', optional: true })
  name?: string | null;

  @FlagField({ description: 'From outside the agency.', example: false, optional: true })
  outside?: boolean | null;

  @RegionCodeField({
    description: 'Region the party signs for, where that is not the one of the pact.',
    example: '36.04',
    optional: true,
  })
  region?: string | null;

  @DayField({ description: 'Day of signing.', example: '2022-06-23' })
  signedOn!: string;

  @TextField({ description: 'Reference to the signature itself, if known.', optional: true })
  signatureReference?: string | null;
}

export class WitnessPactBody extends CommandBody {
  @TextField({ description: 'Office of the witness.', example: 'Inspektur' })
  position!: string;

  @TextField({ description: 'Name, if known.', example: 'Rudy Suhartanto', optional: true })
  name?: string | null;

  @ChoiceField({
    description: 'In which capacity, if known.',
    of: ['direct-superior', 'designated'] satisfies WitnessCapacity[],
    optional: true,
  })
  capacity?: WitnessCapacity | null;

  @DayField({ description: 'Day of witnessing.', example: '2022-06-23' })
  witnessedOn!: string;
}

export class PublishPactBody extends CommandBody {
  @DayField({ description: 'Day of publication.', example: '2022-06-23' })
  publishedOn!: string;

  @TextField({ description: 'Where it was published.', example: 'ANTARA Banten, June 2022' })
  publicationReference!: string;
}

/** Why a pact, or a signature in it, no longer holds, and since when. */
class SupersessionBody extends CommandBody {
  @ChoiceField({
    description: 'What made it obsolete.',
    of: ['position-changed', 'text-replaced'] satisfies PactSuperseded['data']['ground'][],
  })
  ground!: PactSuperseded['data']['ground'];

  @DayField({
    description: 'From this day on it no longer holds.',
    example: '2025-05-27',
  })
  on!: string;

  @TextField({
    description: 'Why, in words.',
    example: 'Another regent took office',
    maxLength: 2000,
    manyLines: true,
  })
  reason!: string;
}

export class SupersedePactBody extends SupersessionBody {
  @SlugField({ description: 'The pact that takes its place, if it exists.', optional: true })
  successor?: string | null;
}

export class SupersedeSignatureBody extends SupersessionBody {
  @TextField({ description: 'Office as it stands in the pact.', example: 'Bupati Serang' })
  position!: string;

  @TextField({
    description: 'Name as it stands there.',
    example: 'Ratu Tatu Chasanah',
    optional: true,
  })
  name?: string | null;

  @SlugField({ description: 'The pact in which they signed again, if they did.', optional: true })
  successor?: string | null;
}

export class RecordPactCoverageBody extends CommandBody {
  @TextField({
    description: 'Name of the unit.',
    example: 'Dinas Kependudukan dan Pencatatan Sipil',
  })
  unitName!: string;

  @IntegerField({
    description: 'Staff on that day.',
    example: 120,
    minimum: 1,
    maximum: 10_000_000,
  })
  staff!: number;

  @IntegerField({
    description: 'Who of them have signed.',
    example: 119,
    minimum: 0,
    maximum: 10_000_000,
  })
  signed!: number;

  @DayField({ description: 'Day of the count.', example: '2022-06-23' })
  asOf!: string;

  @ObjectField({ description: 'Who counted.', of: SourceBody })
  source!: SourceBody;
}
