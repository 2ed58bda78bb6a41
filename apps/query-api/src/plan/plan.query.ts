import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

import { FormatQuery } from '../reading/format.query';
import { IsDay, IsMoment } from '../reading/moments';
import { aName } from '../reading/patterns';
import { ProvincialRegisterQuery } from '../reading/register.query';

const on = {
  example: '2017-12-31',
  description: 'Day on which milestones are judged overdue. Default: today in Jakarta.',
};

export class PlanQuery {
  @ApiPropertyOptional(on)
  @IsOptional()
  @IsDay()
  on?: string;
}

export class WorkloadQuery extends FormatQuery {
  @ApiPropertyOptional(on)
  @IsOptional()
  @IsDay()
  on?: string;
}

export class PlanAsKnownQuery extends PlanQuery {
  @ApiPropertyOptional({
    example: '2030-01-01',
    description: 'The plan as it was known then: events recorded later are left out. Default: now.',
  })
  @IsOptional()
  @IsMoment()
  knownAt?: string;
}

export class PlansQuery extends ProvincialRegisterQuery {
  @ApiPropertyOptional({ example: '2017' })
  @IsOptional()
  @Matches(...aName)
  period?: string;

  @ApiPropertyOptional(on)
  @IsOptional()
  @IsDay()
  on?: string;
}
