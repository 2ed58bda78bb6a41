import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

import { FormatQuery } from '../reading/format.query';
import { ListQuery } from '../reading/list.query';
import { IsDay } from '../reading/moments';
import { ProvinceFilter, RegionFilter } from '../reading/region-parameter';

const statuses = ['open', 'answered', 'objected', 'decided', 'disputed'];

export class InformationRequestsQuery extends ListQuery {
  @RegionFilter({ example: '36.73' })
  region?: string;

  @ProvinceFilter()
  province?: string;

  @ApiPropertyOptional({ enum: statuses })
  @IsOptional()
  @IsIn(statuses)
  status?: string;
}

export class ServiceBoardQuery extends FormatQuery {
  @RegionFilter({ example: '36.73', description: 'Default: every region.' })
  region?: string;

  @ApiPropertyOptional({ example: '2025-01-01', description: 'First day of receipt counted.' })
  @IsOptional()
  @IsDay()
  from?: string;

  @ApiPropertyOptional({ example: '2025-12-31', description: 'Last day of receipt counted.' })
  @IsOptional()
  @IsDay()
  until?: string;

  @ApiPropertyOptional({
    example: '2025-12-31',
    description: 'Day on which terms are judged overdue. Default: today in Jakarta.',
  })
  @IsOptional()
  @IsDay()
  on?: string;
}
