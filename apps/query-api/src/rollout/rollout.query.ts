import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

import { ListQuery } from '../reading/list.query';
import { FormatQuery } from '../reading/format.query';
import { IsDay } from '../reading/moments';
import { aName, aProvince, aRegion } from '../reading/patterns';

export class RolloutsQuery extends ListQuery {
  @ApiPropertyOptional({ example: '36.04', description: 'Id of the region, exactly.' })
  @IsOptional()
  @Matches(...aRegion)
  region?: string;

  @ApiPropertyOptional({ example: '36', description: 'The province and all regions in it.' })
  @IsOptional()
  @Matches(...aProvince)
  province?: string;

  @ApiPropertyOptional({ example: 'e-planning' })
  @IsOptional()
  @Matches(...aName)
  module?: string;

  @ApiPropertyOptional({ example: '36.74', description: 'Region it was adopted from.' })
  @IsOptional()
  @Matches(...aRegion)
  adoptedFrom?: string;
}

export class RolloutMapQuery extends FormatQuery {
  @ApiPropertyOptional({ example: '2017-12-31', description: 'Default: today in Jakarta.' })
  @IsOptional()
  @IsDay()
  asOf?: string;

  @ApiPropertyOptional({ example: '36', description: 'Default: the whole country.' })
  @IsOptional()
  @Matches(...aProvince)
  province?: string;
}

export class RolloutPath {
  @ApiProperty({ example: '36.04' })
  @Matches(...aRegion)
  region!: string;

  @ApiProperty({ example: 'simral' })
  @Matches(...aName)
  system!: string;
}
