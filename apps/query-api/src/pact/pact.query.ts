import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';

import { ListQuery } from '../reading/list.query';
import { aName } from '../reading/patterns';
import { ProvinceQuery } from '../reading/province.query';

const states = ['drafted', 'published', 'superseded'];

export class PactsQuery extends ProvinceQuery {
  @ApiPropertyOptional({ enum: states })
  @IsOptional()
  @IsIn(states)
  state?: string;
}

const textStates = ['published', 'retired'];

export class PactTextsQuery extends ListQuery {
  @ApiPropertyOptional({ enum: textStates })
  @IsOptional()
  @IsIn(textStates)
  state?: string;
}

export class PactTextPath {
  @ApiProperty({ example: 'permenpan-rb-49-2011' })
  @Matches(...aName)
  version!: string;
}

export class CoverageQuery extends ProvinceQuery {
  @ApiPropertyOptional({ example: 'disdukcapil' })
  @IsOptional()
  @Matches(...aName)
  unit?: string;
}

const breachStates = ['reported', 'concluded'];

export class BreachesQuery extends ProvinceQuery {
  @ApiPropertyOptional({ enum: breachStates })
  @IsOptional()
  @IsIn(breachStates)
  state?: string;
}
