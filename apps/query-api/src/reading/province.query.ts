import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

import { aProvince } from './patterns';
import { RegisterQuery } from './register.query';

/** A list that is narrowed to a region, or to a province and all regions in it. */
export class ProvinceQuery extends RegisterQuery {
  @ApiPropertyOptional({ example: '36', description: 'The province and all regions in it.' })
  @IsOptional()
  @Matches(...aProvince)
  province?: string;
}
