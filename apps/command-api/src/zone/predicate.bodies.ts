import { type MonitoringTeam, type RevocationGround } from '@jejak/domain/zone';

import {
  ChoiceField,
  DayField,
  DecimalField,
  FlagField,
  IntegerField,
  ObjectField,
  TextField,
} from '../edge/fields';
import { CommandBody, SourceBody } from '../edge/parts';
import { predicateNames } from './zone.bodies';

export class DecisionBody {
  @TextField({ description: 'Number of the decision.', example: 'KEP-1/2024' })
  number!: string;

  @DayField({ description: 'Its day.', example: '2024-12-10' })
  date!: string;
}

const validity = {
  description: 'Last day, as the decision states it; left out where it states none.',
  example: '2026-12-31',
  optional: true,
};

const cycleYear = {
  description: 'Year of the cycle it is granted in.',
  example: 2024,
  minimum: 2014,
  maximum: 2999,
};

export class GrantBody extends CommandBody {
  @IntegerField(cycleYear)
  year!: number;

  @ObjectField({ description: "The Minister's decision.", of: DecisionBody })
  decision!: DecisionBody;

  @DayField(validity)
  validUntil?: string | null;
}

export class RecordPublishedPredicateBody extends CommandBody {
  @IntegerField(cycleYear)
  year!: number;

  @TextField({ description: 'Name of the unit.', example: 'Disdukcapil' })
  unitName!: string;

  @ChoiceField({ description: 'What was granted.', example: 'WBK', of: predicateNames })
  predicate!: (typeof predicateNames)[number];

  @DayField({ description: 'Day of the grant.', example: '2020-12-21' })
  grantedOn!: string;

  @TextField({ description: 'Number of the decision.', example: 'KEP-1/2020', optional: true })
  decisionNumber?: string | null;

  @DayField(validity)
  validUntil?: string | null;

  @ObjectField({ description: 'Where this was read.', of: SourceBody })
  source!: SourceBody;
}

export class MonitorBody extends CommandBody {
  @DayField({ description: 'Day of the re-evaluation.', example: '2025-05-01' })
  monitoredOn!: string;

  @ChoiceField({
    description: 'National or internal team.',
    example: 'TPN',
    of: ['TPN', 'TPI'] satisfies MonitoringTeam[],
  })
  team!: MonitoringTeam;

  @FlagField({
    description: 'Whether the team finds the minimum still met; not with a total that is under it.',
    example: true,
  })
  meetsMinimum!: boolean;

  @DecimalField({ description: 'Total, if one was computed.', example: '78.5', optional: true })
  total?: string | null;

  @TextField({
    description: 'What was found.',
    example: 'Every threshold is still reached.',
    maxLength: 2000,
    manyLines: true,
  })
  findings!: string;

  @TextField({ description: "Number or address of the team's report.", example: 'LHE-12/2025' })
  report!: string;
}

export class RetainBody extends CommandBody {
  @ObjectField({ description: 'The decision.', of: DecisionBody })
  decision!: DecisionBody;

  @DayField(validity)
  validUntil?: string | null;
}

export class RevokeBody extends CommandBody {
  @ChoiceField({
    description: 'An event broke the indicators, or the re-evaluation is under the minimum.',
    example: 'indicators-broken',
    of: ['indicators-broken', 'under-minimum'] satisfies RevocationGround[],
  })
  ground!: RevocationGround;

  @TextField({
    description: 'What happened.',
    example: 'Illegal levies at the counter',
    maxLength: 2000,
    manyLines: true,
  })
  reason!: string;

  @ObjectField({ description: "The Minister's decision.", of: DecisionBody })
  decision!: DecisionBody;
}
