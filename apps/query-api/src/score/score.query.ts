import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';

import { FormatQuery } from '../reading/format.query';
import { anInstrument, aYear } from '../reading/patterns';
import { byIdOrCode, NamedRegion } from '../reading/region-parameter';

export class ComparisonQuery extends FormatQuery {
  @ApiProperty({
    example: '36.72,36.73',
    description: `Up to 20 regions, with commas. ${byIdOrCode}`,
  })
  @Matches(/^\d{2}(\.\d{2})?(,\d{2}(\.\d{2})?){0,19}$/, {
    message: '$property must be 1 to 20 region codes with commas, such as 36.72,36.73',
  })
  regions!: string;

  @ApiProperty({ example: 'MCP' })
  @Matches(...anInstrument)
  instrument!: string;

  @ApiProperty({ example: '2024' })
  @Matches(...aYear)
  year!: string;
}

export class SeriesQuery extends FormatQuery {
  @NamedRegion({ example: '36.72' })
  region!: string;

  @ApiProperty({ example: 'MCP' })
  @Matches(...anInstrument)
  instrument!: string;
}
