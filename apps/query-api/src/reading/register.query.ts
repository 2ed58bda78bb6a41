import { PageQuery } from '@jejak/http';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

import { aRegion } from './patterns';

/** A page of a register, by identifier. */
export class RegisterQuery extends PageQuery {
  @ApiPropertyOptional({ example: '36.04' })
  @IsOptional()
  @Matches(...aRegion)
  region?: string;
}
