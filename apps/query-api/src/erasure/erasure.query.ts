import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

import { RegisterQuery } from '../reading/register.query';

const statuses = ['requested', 'granted', 'refused', 'shredded'];

export class ErasuresQuery extends RegisterQuery {
  @ApiPropertyOptional({ enum: statuses })
  @IsOptional()
  @IsIn(statuses)
  status?: string;
}
