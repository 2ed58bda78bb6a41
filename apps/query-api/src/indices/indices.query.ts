import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';

import { FormatQuery } from '../reading/format.query';
import { IsDay } from '../reading/moments';
import { aName, anInstrument, aYear } from '../reading/patterns';
import { ProvinceQuery } from '../reading/province.query';
import { byIdOrCode } from '../reading/region-parameter';

const subject = {
  example: 'national',
  description: `A group of bodies, or a region. ${byIdOrCode}`,
};

export class IndicesQuery extends ProvinceQuery {
  @ApiPropertyOptional({ example: 'SPI' })
  @IsOptional()
  @Matches(...anInstrument)
  kind?: string;

  @ApiPropertyOptional(subject)
  @IsOptional()
  @Matches(...aName)
  subject?: string;

  @ApiPropertyOptional({ example: '2024' })
  @IsOptional()
  @Matches(...aYear)
  year?: string;

  @ApiPropertyOptional({
    enum: ['true', 'false'],
    description: 'Only those of which sources give different values, or only the others.',
  })
  @IsOptional()
  @IsIn(['true', 'false'])
  disputed?: string;

  @ApiPropertyOptional({
    enum: ['true', 'false'],
    description: 'Only those whose claimed band is not what the bands in force make of the value.',
  })
  @IsOptional()
  @IsIn(['true', 'false'])
  misjudged?: string;
}

export class IndexSeriesQuery extends FormatQuery {
  @ApiPropertyOptional(subject)
  @IsOptional()
  @Matches(...aName)
  subject?: string;

  @ApiPropertyOptional({
    example: '2024-12-31',
    description: 'Day on which the scale shown applies. Default: today in Jakarta.',
  })
  @IsOptional()
  @IsDay()
  on?: string;
}

export class DivergenceQuery extends ProvinceQuery {
  @ApiPropertyOptional({ example: '2021' })
  @IsOptional()
  @Matches(...aYear)
  year?: string;
}
