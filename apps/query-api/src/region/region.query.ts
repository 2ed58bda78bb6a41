import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

import { FormatQuery } from '../reading/format.query';
import { IsDay, IsMoment } from '../reading/moments';
import { aProvince, aRegion } from '../reading/patterns';

export class RegionQuery extends FormatQuery {
  @ApiPropertyOptional({ example: '36', description: 'Default: every province.' })
  @IsOptional()
  @Matches(...aProvince)
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
  @ApiProperty({ example: '36.73' })
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
