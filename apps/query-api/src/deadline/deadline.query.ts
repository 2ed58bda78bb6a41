import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';

import { ListQuery } from '../reading/list.query';
import { IsDay } from '../reading/moments';
import { aName } from '../reading/patterns';
import { ProvinceFilter, RegionFilter } from '../reading/region-parameter';

const states = ['open', 'met', 'dropped', 'passed'] as const;

export class DeadlinesQuery extends ListQuery {
  @RegionFilter({ example: '36', description: 'Exactly this region.' })
  region?: string;

  @ProvinceFilter({ example: '36', description: 'The province and all regions in it.' })
  province?: string;

  @ApiPropertyOptional({
    enum: states,
    description: '`met` also where it was met after it passed; `passedAt` then says so.',
  })
  @IsOptional()
  @IsIn(states)
  state?: (typeof states)[number];

  @ApiPropertyOptional({
    example: 'plan.milestone',
    description: 'What has to be done, as `<context>.<what>`.',
  })
  @IsOptional()
  @Matches(...aName)
  deadline?: string;

  @ApiPropertyOptional({ example: '2017-01-01', description: 'Earliest last day, included.' })
  @IsOptional()
  @IsDay()
  dueFrom?: string;

  @ApiPropertyOptional({ example: '2030-01-01', description: 'Last days before this one.' })
  @IsOptional()
  @IsDay()
  dueBefore?: string;
}
