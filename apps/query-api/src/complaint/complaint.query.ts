import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

import { FormatQuery } from '../reading/format.query';
import { ListQuery } from '../reading/list.query';
import { IsDay } from '../reading/moments';
import { ProvinceFilter, RegionFilter } from '../reading/region-parameter';

const classes = ['information', 'violation', 'violation-field-check'];
const states = ['filed', 'acknowledged', 'assigned', 'answered', 'closed'];

export class ComplaintsQuery extends ListQuery {
  @RegionFilter({ example: '36.73', description: 'Exactly this region.' })
  region?: string;

  @ProvinceFilter()
  province?: string;

  @ApiPropertyOptional({ enum: classes })
  @IsOptional()
  @IsIn(classes)
  class?: string;

  @ApiPropertyOptional({ enum: states })
  @IsOptional()
  @IsIn(states)
  status?: string;
}

export class ComplaintBoardQuery extends FormatQuery {
  @RegionFilter({
    example: '36',
    description: 'A region and, for a province, those in it. Default: all.',
  })
  region?: string;

  @ApiPropertyOptional({
    example: '2025-12-31',
    description: 'What had happened up to this day. Default: today in Jakarta.',
  })
  @IsOptional()
  @IsDay()
  asOf?: string;
}
