import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';

import { ListQuery } from '../reading/list.query';
import { IsDay } from '../reading/moments';
import { aName } from '../reading/patterns';
import { NamedRegion, ProvinceFilter, RegionFilter } from '../reading/region-parameter';

const kinds = [
  'office',
  'district',
  'urban-village',
  'village',
  'customary-village',
  'service-area',
] as const;

const asOf = {
  example: '2017-12-31',
  description:
    'Only units that exist on this day, as they are called then. Default: all, as last called.',
};

export class UnitsQuery extends ListQuery {
  @RegionFilter({ example: '36.04', description: 'Exactly this region.' })
  region?: string;

  @ProvinceFilter()
  province?: string;

  @ApiPropertyOptional({ enum: kinds })
  @IsOptional()
  @IsIn(kinds)
  kind?: (typeof kinds)[number];

  @ApiPropertyOptional({ description: 'Identifier of the unit they belong to.' })
  @IsOptional()
  @Matches(...aName)
  parent?: string;

  @ApiPropertyOptional(asOf)
  @IsOptional()
  @IsDay()
  asOf?: string;
}

export class UnitPath {
  @NamedRegion({ example: '36.04' })
  region!: string;

  @ApiProperty({ example: 'bapenda' })
  @Matches(...aName)
  unit!: string;
}

export class UnitQuery {
  @ApiPropertyOptional({ ...asOf, description: 'Day to show it as of. Default: as last known.' })
  @IsOptional()
  @IsDay()
  asOf?: string;
}
