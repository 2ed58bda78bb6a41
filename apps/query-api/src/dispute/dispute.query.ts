import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

import { ListQuery } from '../reading/list.query';
import { anInstrument, aRegion, aYear } from '../reading/patterns';

export class DisputesQuery extends ListQuery {
  @ApiPropertyOptional({ example: 'MCP' })
  @IsOptional()
  @Matches(...anInstrument)
  instrument?: string;

  @ApiPropertyOptional({ example: '36.73', description: 'Only results of which a claim names it.' })
  @IsOptional()
  @Matches(...aRegion)
  region?: string;
}

export class DisputePath {
  @ApiProperty({ example: 'MCP' })
  @Matches(...anInstrument)
  instrument!: string;

  @ApiProperty({ example: '2024' })
  @Matches(...aYear)
  year!: string;
}
