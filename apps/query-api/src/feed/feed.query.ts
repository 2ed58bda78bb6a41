import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';

import { ListQuery } from '../reading/list.query';
import { aName } from '../reading/patterns';
import { ProvinceFilter, RegionFilter } from '../reading/region-parameter';

export class FeedsQuery extends ListQuery {
  @RegionFilter({ example: '36.74', description: 'Exactly this region.' })
  region?: string;

  @ProvinceFilter()
  province?: string;

  @ApiPropertyOptional({ enum: ['registered', 'retired'] })
  @IsOptional()
  @IsIn(['registered', 'retired'])
  state?: string;
}

export class FeedEventsQuery extends ListQuery {
  @ApiPropertyOptional({ example: 'id.go.licence.issued' })
  @IsOptional()
  @Matches(...aName)
  type?: string;

  @RegionFilter({ example: '36.74', description: 'Region a fact is about, exactly.' })
  region?: string;

  @ProvinceFilter()
  province?: string;
}

export class FeedPath {
  @ApiProperty({ example: 'licensing' })
  @Matches(...aName)
  feed!: string;
}
