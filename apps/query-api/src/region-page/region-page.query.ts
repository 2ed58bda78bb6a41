import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

import { IsDay } from '../reading/moments';
import { aRegion } from '../reading/patterns';

export class RegionPath {
  @ApiProperty({ example: '36.73', description: 'A code that the region has, or had.' })
  @Matches(...aRegion)
  code!: string;
}

export class RegionPageQuery {
  @ApiPropertyOptional({
    example: '2022-12-31',
    description: 'Day to show the region as of, not after today in Jakarta, which is the default.',
  })
  @IsOptional()
  @IsDay()
  asOf?: string;
}
