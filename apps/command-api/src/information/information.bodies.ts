import {
  type InformationOutcome,
  informationOutcomes,
  type ObjectionGround,
  objectionGrounds,
  type ObjectionOutcome,
  objectionOutcomes,
} from '@jejak/domain/information';

import {
  ChoiceField,
  DayField,
  ListField,
  RegionCodeField,
  TextField,
  UuidField,
} from '../edge/fields';
import { CommandBody, EvidenceBody } from '../edge/parts';

export class RequestInformationBody extends CommandBody {
  @RegionCodeField({ description: 'Region whose office is asked.', example: '36.73' })
  region!: string;

  @UuidField({
    description: 'Random UUID that stands for the requester; who that is you keep yourself.',
    example: '0d8f6a3c-5c1e-5b7a-9a43-7f0f5a4c2e11',
  })
  requester!: string;

  @TextField({ description: 'Office (PPID) that answers.', example: 'PPID Kota Serang' })
  office!: string;

  @TextField({
    description: 'What is asked for. It is public: name no person.',
    example: 'Budget realisation of 2024',
    maxLength: 2000,
    manyLines: true,
  })
  asked!: string;

  @DayField({ description: 'Day the request was received.', example: '2025-02-03' })
  receivedOn!: string;
}

export class ExtendInformationBody extends CommandBody {
  @DayField({ description: 'Day the requester was told.', example: '2025-02-14' })
  extendedOn!: string;

  @TextField({
    description: 'Why more time is needed.',
    example: 'The figures are with the auditor',
    maxLength: 2000,
    manyLines: true,
  })
  reason!: string;
}

export class AnswerInformationBody extends CommandBody {
  @DayField({ description: 'Day of the answer.', example: '2025-02-17' })
  answeredOn!: string;

  @ChoiceField({ description: 'What it came to.', example: 'granted', of: informationOutcomes })
  outcome!: InformationOutcome;

  @TextField({
    description: 'Exemption or other reason, where not everything is given.',
    example: 'UU 14/2008 art. 17 h',
    optional: true,
    maxLength: 2000,
    manyLines: true,
  })
  ground?: string | null;

  @ListField({ description: 'What was handed over.', of: EvidenceBody, optional: true })
  evidence?: EvidenceBody[] | null;
}

export class ObjectToInformationBody extends CommandBody {
  @DayField({ description: 'Day the objection was received.', example: '2025-03-03' })
  objectedOn!: string;

  @ChoiceField({
    description: 'Ground (UU 14/2008 art. 35).',
    example: 'not-fulfilled',
    of: objectionGrounds,
  })
  ground!: ObjectionGround;

  @TextField({
    description: 'What the requester says. It is public: name no person.',
    example: 'The answer left out the second half of the year',
    optional: true,
    maxLength: 2000,
    manyLines: true,
  })
  explanation?: string | null;
}

export class DecideObjectionBody extends CommandBody {
  @DayField({ description: 'Day of the decision.', example: '2025-04-10' })
  decidedOn!: string;

  @ChoiceField({
    description: 'What the superior decided.',
    example: 'upheld',
    of: objectionOutcomes,
  })
  outcome!: ObjectionOutcome;

  @TextField({
    description: 'Why.',
    example: 'The exemption does not hold',
    maxLength: 2000,
    manyLines: true,
  })
  reason!: string;
}

export class NoteDisputeBody extends CommandBody {
  @DayField({ description: 'Day it was filed.', example: '2025-04-25' })
  filedOn!: string;

  @TextField({
    description: 'Number the Information Commission gave it.',
    example: '012/IV/KI-BTN/2025',
    maxLength: 100,
  })
  reference!: string;
}
