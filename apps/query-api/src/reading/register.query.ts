import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches } from 'class-validator';

import { aRegion } from './patterns';

/** A page of a register, by identifier. */
export class RegisterQuery {
  @ApiPropertyOptional({ example: '36.04' })
  @IsOptional()
  @Matches(...aRegion)
  region?: string;

  @ApiPropertyOptional({ example: '50', description: 'Items per page, 1 to 500. Default 50.' })
  @IsOptional()
  @IsString()
  limit?: string;

  @ApiPropertyOptional({ description: 'From the `next` link of the page before.' })
  @IsOptional()
  @IsString()
  cursor?: string;
}
