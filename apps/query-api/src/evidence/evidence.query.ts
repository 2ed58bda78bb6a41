import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';

import { ListQuery } from '../reading/list.query';
import { anInstrument, aYear } from '../reading/patterns';
import { ProvinceFilter, RegionFilter } from '../reading/region-parameter';

const states = ['waiting', 'verified', 'returned', 'late', 'replaced'] as const;

export class RepeatedQuery extends ListQuery {
  @RegionFilter({ example: '36.01' })
  region?: string;

  @ProvinceFilter()
  province?: string;
}

export class EvidenceQuery extends ListQuery {
  @RegionFilter({ example: '36.01' })
  region?: string;

  @ProvinceFilter()
  province?: string;

  @ApiPropertyOptional({ example: 'MCP' })
  @IsOptional()
  @Matches(...anInstrument)
  instrument?: string;

  @ApiPropertyOptional({ example: '2018', description: 'Year of the scorecard.' })
  @IsOptional()
  @Matches(...aYear)
  year?: string;

  @ApiPropertyOptional({ enum: states })
  @IsOptional()
  @IsIn(states)
  state?: (typeof states)[number];

  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'Handed in after the closing.' })
  @IsOptional()
  @IsIn(['true', 'false'])
  late?: 'true' | 'false';

  @ApiPropertyOptional({ description: 'Uploads of this file, in whichever scorecard.' })
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/, { message: '$property must be 64 lower-case hex digits' })
  sha256?: string;
}
