import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';

import { ListQuery } from '../reading/list.query';
import { IsDay, IsMoment } from '../reading/moments';
import { aRegion } from '../reading/patterns';
import { ProvinceFilter, RegionFilter } from '../reading/region-parameter';

const levels = ['province', 'regency', 'city'];

export class RegionQuery extends ListQuery {
  @RegionFilter({ example: '36.73', description: 'Exactly this region.' })
  region?: string;

  @ApiPropertyOptional({ enum: levels })
  @IsOptional()
  @IsIn(levels)
  level?: string;

  @ProvinceFilter({ example: '36', description: 'Default: every province.' })
  province?: string;

  @ApiPropertyOptional({ example: '2024-12-31', description: 'Day the code must be valid on.' })
  @IsOptional()
  @IsDay()
  validAt?: string;

  @ApiPropertyOptional({
    example: '2030-01-01',
    description: 'Only what had been recorded by then. A day means its end in UTC.',
  })
  @IsOptional()
  @IsMoment()
  knownAt?: string;
}

export class RegionPath {
  @ApiProperty({ example: '36.73', description: 'A code, of the region that has it on the day.' })
  @Matches(...aRegion)
  code!: string;
}

export class RegionAsOfQuery {
  @ApiPropertyOptional({
    example: '2019-12-31',
    description: 'Day the region must have the code on. Default: today in Jakarta.',
  })
  @IsOptional()
  @IsDay()
  asOf?: string;
}
