import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

import { ListQuery } from '../reading/list.query';
import { anInstrument, aYear } from '../reading/patterns';
import { ProvinceFilter, RegionFilter } from '../reading/region-parameter';

export class DisputesQuery extends ListQuery {
  @ApiPropertyOptional({ example: 'MCP' })
  @IsOptional()
  @Matches(...anInstrument)
  instrument?: string;

  @RegionFilter({ example: '36.73', description: 'Only results of which a claim names it.' })
  region?: string;

  @ProvinceFilter({
    example: '36',
    description: 'Only results of which a claim names it or a region in it.',
  })
  province?: string;
}

export class DisputePath {
  @ApiProperty({ example: 'MCP' })
  @Matches(...anInstrument)
  instrument!: string;

  @ApiProperty({ example: '2024' })
  @Matches(...aYear)
  year!: string;
}
