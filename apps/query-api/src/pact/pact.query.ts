import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

import { RegisterQuery } from '../reading/register.query';

const states = ['drafted', 'published', 'superseded'];

export class PactsQuery extends RegisterQuery {
  @ApiPropertyOptional({ enum: states })
  @IsOptional()
  @IsIn(states)
  state?: string;
}
