import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

import { ListQuery } from '../reading/list.query';
import { anInstrument, aYear } from '../reading/patterns';

export class FrameworksQuery extends ListQuery {
  @ApiPropertyOptional({ example: 'MCP' })
  @IsOptional()
  @Matches(...anInstrument)
  instrument?: string;
}

export class FrameworkPath {
  @ApiProperty({ example: 'MCP' })
  @Matches(...anInstrument)
  instrument!: string;

  @ApiProperty({ example: '2024' })
  @Matches(...aYear)
  year!: string;
}
