import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

import { FormatQuery } from '../reading/format.query';
import { ListQuery } from '../reading/list.query';
import { IsMoment } from '../reading/moments';
import { anInstrument, aYear } from '../reading/patterns';
import {
  NamedProvince,
  NamedRegion,
  ProvinceFilter,
  RegionFilter,
} from '../reading/region-parameter';

export class ScorecardPath {
  @NamedRegion({ example: '36.73' })
  region!: string;

  @ApiProperty({ example: 'MCP' })
  @Matches(...anInstrument)
  instrument!: string;

  @ApiProperty({ example: '2019' })
  @Matches(...aYear)
  year!: string;
}

export class HeatmapQuery extends FormatQuery {
  @ApiProperty({ example: 'MCP' })
  @Matches(...anInstrument)
  instrument!: string;

  @ApiProperty({ example: '2019' })
  @Matches(...aYear)
  year!: string;

  @NamedProvince({ example: '36' })
  province!: string;
}

export class BacklogQuery {
  @ApiPropertyOptional({
    example: '2025-10-22',
    description: 'Instant from which days are counted; a day means its end in UTC. Default: now.',
  })
  @IsOptional()
  @IsMoment()
  at?: string;
}

export class ComparisonQuery extends ListQuery {
  @RegionFilter({ example: '36.73' })
  region?: string;

  @ProvinceFilter()
  province?: string;

  @ApiPropertyOptional({ example: 'MCP' })
  @IsOptional()
  @Matches(...anInstrument)
  instrument?: string;

  @ApiPropertyOptional({ example: '2019' })
  @IsOptional()
  @Matches(...aYear)
  year?: string;
}
