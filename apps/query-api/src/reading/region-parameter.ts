import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

import { aProvince, aRegion } from './patterns';

interface Described {
  readonly example: string;
  /** What is told of the region; how it can be named is said of every one. */
  readonly description?: string;
}

/** How a region can be named, wherever one is asked for; `RegionIds` reads it. */
export const byIdOrCode = 'By its id, or by the code it has on the day asked about (else today).';

const described = ({ example, description }: Described) => ({
  example,
  description: description === undefined ? byIdOrCode : `${description} ${byIdOrCode}`,
});

/** A region that must be named. */
export const NamedRegion = (about: Described): PropertyDecorator =>
  applyDecorators(ApiProperty(described(about)), Matches(...aRegion));

/** A region that a question may be narrowed to. */
export const RegionFilter = (about: Described): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional(described(about)), IsOptional(), Matches(...aRegion));

/** A province that must be named. */
export const NamedProvince = (about: Described): PropertyDecorator =>
  applyDecorators(ApiProperty(described(about)), Matches(...aProvince));

const provinceAndWithin: Described = {
  example: '36',
  description: 'The province and all regions in it.',
};

/** A province that a question may be narrowed to. */
export const ProvinceFilter = (about = provinceAndWithin): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional(described(about)), IsOptional(), Matches(...aProvince));
