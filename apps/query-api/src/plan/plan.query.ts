import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';

import { IsDay } from '../reading/moments';
import { RegisterQuery } from '../reading/register.query';

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

export class PlansQuery extends RegisterQuery {
  @ApiPropertyOptional(on)
  @IsOptional()
  @IsDay()
  on?: string;
}
