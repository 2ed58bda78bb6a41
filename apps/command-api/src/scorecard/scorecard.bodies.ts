import { type ScoreStatus } from '@jejak/domain/scorecard';

import {
  ChoiceField,
  DayField,
  DecimalField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  SlugField,
  TextField,
} from '../edge/fields';
import { CommandBody, EvidenceBody, SourceBody } from '../edge/parts';

export class OpenScorecardBody extends CommandBody {}

export class ScoreIndicatorBody extends CommandBody {
  @SlugField({ description: 'Area of the framework.', example: 'procurement' })
  area!: string;

  @SlugField({ description: 'Indicator within the area.', example: 'e-catalogue' })
  indicator!: string;

  @DecimalField({ description: 'Points reached.', example: '50' })
  points!: string;

  @DecimalField({ description: 'Points that can be reached.', example: '100' })
  maximumPoints!: string;

  @ListField({ description: 'Supporting documents by hash.', of: EvidenceBody, optional: true })
  evidence?: EvidenceBody[] | null;

  @TextField({
    description: "The verifier's note.",
    maxLength: 2000,
    manyLines: true,
    optional: true,
  })
  note?: string | null;
}

export class AreaScoreBody {
  @SlugField({ description: 'Area of the framework.', example: 'procurement' })
  area!: string;

  @DecimalField({ description: 'Its score.', example: '42' })
  score!: string;
}

export class RecordAreaScoresBody extends CommandBody {
  @ListField({ description: 'One score per area.', of: AreaScoreBody, minimum: 1 })
  scores!: AreaScoreBody[];

  @DayField({ description: 'Day the scores speak of, if known.', optional: true })
  asOf?: string | null;

  @ObjectField({ description: 'Where they were read.', of: SourceBody })
  source!: SourceBody;
}

export class RecordPublishedScoreBody extends CommandBody {
  @DecimalField({ description: 'The score as published.', example: '29' })
  value!: string;

  @ChoiceField({
    description: 'Provisional until the cycle has closed and the result was announced.',
    example: 'provisional',
    of: ['provisional', 'final'] satisfies ScoreStatus[],
  })
  status!: ScoreStatus;

  @DayField({
    description: 'Day the score speaks of, if known.',
    example: '2019-08-21',
    optional: true,
  })
  asOf?: string | null;

  @ObjectField({ description: 'Where it was published.', of: SourceBody })
  source!: SourceBody;

  @IntegerField({
    description: 'Rank as its publisher gave it, if any.',
    example: 7,
    minimum: 1,
    maximum: 1000,
    optional: true,
  })
  publishedRank?: number | null;

  @TextField({
    description: 'Colour as its publisher said it, if any; kept beside the computed one.',
    example: 'yellow',
    maxLength: 64,
    optional: true,
  })
  claimedBand?: string | null;
}

export class FinaliseScorecardBody extends CommandBody {}

export class AssignIndicatorBody extends CommandBody {
  @SlugField({ description: 'Area of the framework.', example: 'procurement' })
  area!: string;

  @SlugField({ description: 'Indicator within the area.', example: 'procurement.1' })
  indicator!: string;

  @SlugField({
    description: 'Sub-indicator within it; left out for the whole indicator.',
    example: 'procurement.1.1',
    optional: true,
  })
  subIndicator?: string | null;

  @SlugField({ description: 'Unit that leads it.', example: 'bappeda' })
  unit!: string;
}

export class CloseCycleBody extends CommandBody {
  @InstantField({
    description: 'Last instant of the uploads; left out for as soon as possible, in ten seconds.',
    example: '2025-11-30T23:59:59+07:00',
    optional: true,
  })
  closesAt?: string | null;

  @TextField({ description: 'Letter that orders it, if any.', example: 'B/7712', optional: true })
  decision?: string | null;
}

export class AmendScoreBody extends CommandBody {
  @IntegerField({
    description: 'Number of the recorded publication; left out for the finalised score itself.',
    example: 1,
    minimum: 1,
    maximum: 100_000,
    optional: true,
  })
  publication?: number | null;

  @DecimalField({ description: 'The corrected value.', example: '30' })
  to!: string;

  @TextField({
    description: 'Why it is corrected.',
    example: 'Transcription error',
    maxLength: 2000,
    manyLines: true,
  })
  reason!: string;

  @TextField({ description: 'Decision that orders it.', example: 'BA-12/INSP/2019' })
  decision!: string;
}
