import { type Predicate, predicates } from '@jejak/domain/zone';
import { funnelStages } from '@jejak/views';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';

import { FormatQuery } from '../reading/format.query';
import { IsDay } from '../reading/moments';
import { aName, aYear } from '../reading/patterns';
import { ProvinceQuery } from '../reading/province.query';
import { NamedRegion } from '../reading/region-parameter';

const stages = [...funnelStages, 'declined', 'revoked'] as const;

export class ZonesQuery extends ProvinceQuery {
  @ApiPropertyOptional({ example: 'disdukcapil', description: 'Unit, as its cycles name it.' })
  @IsOptional()
  @Matches(...aName)
  unit?: string;

  @ApiPropertyOptional({ example: '2022', description: 'Year of the cycle.' })
  @IsOptional()
  @Matches(...aYear)
  year?: string;

  @ApiPropertyOptional({ enum: stages, description: 'The last step that is known.' })
  @IsOptional()
  @IsIn(stages)
  stage?: (typeof stages)[number];

  @ApiPropertyOptional({ enum: predicates, description: 'Predicate aimed at.' })
  @IsOptional()
  @IsIn(predicates)
  target?: Predicate;
}

export class FunnelQuery extends FormatQuery {
  @NamedRegion({ example: '36.04', description: 'A region, or a province with all in it.' })
  region!: string;

  @ApiProperty({ example: '2022', description: 'Year of the cycles.' })
  @Matches(...aYear)
  year!: string;
}

export class PredicatesQuery extends ProvinceQuery {
  @ApiPropertyOptional({ example: 'disdukcapil', description: 'Unit, as its cycles name it.' })
  @IsOptional()
  @Matches(...aName)
  unit?: string;

  @ApiPropertyOptional({ enum: predicates })
  @IsOptional()
  @IsIn(predicates)
  predicate?: Predicate;

  @ApiPropertyOptional({
    example: '2025-01-01',
    description: 'Only predicates that are held on this day. Default: every grant there ever was.',
  })
  @IsOptional()
  @IsDay()
  validAt?: string;
}
