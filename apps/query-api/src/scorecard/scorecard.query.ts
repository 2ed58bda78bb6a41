import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';

import { anInstrument, aRegion, aYear } from '../reading/patterns';

export class ScorecardPath {
  @ApiProperty({ example: '36.73' })
  @Matches(...aRegion)
  region!: string;

  @ApiProperty({ example: 'MCP' })
  @Matches(...anInstrument)
  instrument!: string;

  @ApiProperty({ example: '2019' })
  @Matches(...aYear)
  year!: string;
}
