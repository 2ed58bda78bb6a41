import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

import { ListQuery } from '../reading/list.query';
import { ProvinceFilter, RegionFilter } from '../reading/region-parameter';

const categories = ['ceremony', 'co-worker', 'farewell', 'other'];
const states = ['reported', 'forwarded', 'decided', 'dropped'];

export class GratificationsQuery extends ListQuery {
  @RegionFilter({ example: '36.73', description: 'Exactly this region.' })
  region?: string;

  @ProvinceFilter()
  province?: string;

  @ApiPropertyOptional({ enum: categories })
  @IsOptional()
  @IsIn(categories)
  category?: string;

  @ApiPropertyOptional({ enum: states })
  @IsOptional()
  @IsIn(states)
  status?: string;

  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'Whether it was reported in time.' })
  @IsOptional()
  @IsIn(['true', 'false'])
  inTime?: string;
}
