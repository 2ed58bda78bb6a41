import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';

import { FormatQuery } from '../reading/format.query';
import { ListQuery } from '../reading/list.query';
import { IsDay } from '../reading/moments';
import { aName, aYear } from '../reading/patterns';
import { ProvinceFilter, RegionFilter } from '../reading/region-parameter';

const fields = ['executive', 'legislative', 'judicial', 'state-enterprise'];

export class DeclarationsQuery extends ListQuery {
  @RegionFilter({ example: '36.73', description: 'Exactly this region.' })
  region?: string;

  @ProvinceFilter()
  province?: string;

  @ApiPropertyOptional({ enum: fields })
  @IsOptional()
  @IsIn(fields)
  field?: string;

  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'Whether the position is held.' })
  @IsOptional()
  @IsIn(['true', 'false'])
  obliged?: string;
}

export class ComplianceQuery extends FormatQuery {
  @ApiProperty({ example: '2023', description: 'Year the periodic reports are about.' })
  @Matches(...aYear)
  year!: string;

  @RegionFilter({
    example: '36',
    description: 'A region and, for a province, those in it. Default: all.',
  })
  region?: string;

  @ApiPropertyOptional({
    example: '2024-04-03',
    description: 'Reports handed in and verified up to this day. Default: today in Jakarta.',
  })
  @IsOptional()
  @IsDay()
  asOf?: string;
}

export class StatisticsQuery extends ListQuery {
  @ApiPropertyOptional({ example: '2023', description: 'Year the reports are about.' })
  @IsOptional()
  @Matches(...aYear)
  year?: string;

  @ApiPropertyOptional({ enum: fields })
  @IsOptional()
  @IsIn(fields)
  field?: string;

  @ApiPropertyOptional({ example: 'L6', description: 'Source id, exactly.' })
  @IsOptional()
  @Matches(...aName)
  source?: string;
}
