import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';

import { ListQuery } from '../reading/list.query';
import { aName, aRegion } from '../reading/patterns';

export class FeedsQuery extends ListQuery {
  @ApiPropertyOptional({ example: '36.74', description: 'Id of the region, exactly.' })
  @IsOptional()
  @Matches(...aRegion)
  region?: string;

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

  @ApiPropertyOptional({ example: '36.74', description: 'Region a fact is about, exactly.' })
  @IsOptional()
  @Matches(...aRegion)
  region?: string;
}

export class FeedPath {
  @ApiProperty({ example: 'licensing' })
  @Matches(...aName)
  feed!: string;
}
