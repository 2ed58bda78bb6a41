import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';

import { aName } from '../reading/patterns';
import { RegisterQuery } from '../reading/register.query';

const states = ['drafted', 'published', 'superseded'];

export class PactsQuery extends RegisterQuery {
  @ApiPropertyOptional({ enum: states })
  @IsOptional()
  @IsIn(states)
  state?: string;
}

export class CoverageQuery extends RegisterQuery {
  @ApiPropertyOptional({ example: 'disdukcapil' })
  @IsOptional()
  @Matches(...aName)
  unit?: string;
}

const breachStates = ['reported', 'concluded'];

export class BreachesQuery extends RegisterQuery {
  @ApiPropertyOptional({ enum: breachStates })
  @IsOptional()
  @IsIn(breachStates)
  state?: string;
}
