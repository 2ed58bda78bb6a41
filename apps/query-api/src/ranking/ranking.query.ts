import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';

import { FormatQuery } from '../reading/format.query';
import { IsDay, IsMoment } from '../reading/moments';
import { aName, anInstrument, aProvince, aYear } from '../reading/patterns';

export class RankingQuery extends FormatQuery {
  @ApiProperty({ example: 'MCP' })
  @Matches(...anInstrument)
  instrument!: string;

  @ApiProperty({ example: '2019' })
  @Matches(...aYear)
  year!: string;

  @ApiProperty({ example: '36' })
  @Matches(...aProvince)
  province!: string;

  @ApiPropertyOptional({
    example: '2019-08-21',
    description: 'Day the scores must hold on (the valid axis). Default: the latest.',
  })
  @IsOptional()
  @IsDay()
  validAt?: string;

  @ApiPropertyOptional({
    example: '2030-01-01T00:00:00Z',
    description:
      'Only what had been recorded by then (the known axis). A day means its end in UTC.',
  })
  @IsOptional()
  @IsMoment()
  knownAt?: string;

  @ApiPropertyOptional({ enum: ['provisional', 'final'] })
  @IsOptional()
  @IsIn(['provisional', 'final'])
  status?: 'provisional' | 'final';

  @ApiPropertyOptional({
    example: 'B5',
    description: 'Source id: only what this source published.',
  })
  @IsOptional()
  @Matches(...aName)
  publication?: string;
}
