import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

import { ListQuery } from '../reading/list.query';
import { ProvinceFilter, RegionFilter } from '../reading/region-parameter';

const statuses = ['requested', 'granted', 'refused', 'shredded'];

export class ErasuresQuery extends ListQuery {
  @RegionFilter({ example: '36.73' })
  region?: string;

  @ProvinceFilter()
  province?: string;

  @ApiPropertyOptional({ enum: statuses })
  @IsOptional()
  @IsIn(statuses)
  status?: string;
}
