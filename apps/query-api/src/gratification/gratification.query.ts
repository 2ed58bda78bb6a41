import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';

import { ListQuery } from '../reading/list.query';
import { aRegion } from '../reading/patterns';

const categories = ['ceremony', 'co-worker', 'farewell', 'other'];
const states = ['reported', 'forwarded', 'decided', 'dropped'];

export class GratificationsQuery extends ListQuery {
  @ApiPropertyOptional({ example: '36.73', description: 'Exactly this region.' })
  @IsOptional()
  @Matches(...aRegion)
  region?: string;

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
