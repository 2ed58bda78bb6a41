import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

import { ListQuery } from '../reading/list.query';
import { FormatQuery } from '../reading/format.query';
import { IsDay } from '../reading/moments';
import { aName } from '../reading/patterns';
import { NamedRegion, ProvinceFilter, RegionFilter } from '../reading/region-parameter';

export class RolloutsQuery extends ListQuery {
  @RegionFilter({ example: '36.04', description: 'Exactly this region.' })
  region?: string;

  @ProvinceFilter()
  province?: string;

  @ApiPropertyOptional({ example: 'e-planning' })
  @IsOptional()
  @Matches(...aName)
  module?: string;

  @RegionFilter({ example: '36.74', description: 'Region it was adopted from.' })
  adoptedFrom?: string;
}

export class RolloutMapQuery extends FormatQuery {
  @ApiPropertyOptional({ example: '2017-12-31', description: 'Default: today in Jakarta.' })
  @IsOptional()
  @IsDay()
  asOf?: string;

  @ProvinceFilter({ example: '36', description: 'Default: the whole country.' })
  province?: string;
}

export class RolloutPath {
  @NamedRegion({ example: '36.04' })
  region!: string;

  @ApiProperty({ example: 'simral' })
  @Matches(...aName)
  system!: string;
}
