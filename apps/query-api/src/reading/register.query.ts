import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

import { ListQuery } from './list.query';
import { aRegion } from './patterns';

/** A list that is narrowed to a region. */
export class RegisterQuery extends ListQuery {
  @ApiPropertyOptional({
    example: '36.04',
    description: 'The id of a region, or the code it has.',
  })
  @IsOptional()
  @Matches(...aRegion)
  region?: string;
}
