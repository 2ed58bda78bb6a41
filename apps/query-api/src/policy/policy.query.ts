import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

import { IsDay, IsMoment } from '../reading/moments';

const knownAt = {
  example: '2030-01-01',
  description: 'Only what had been approved by then. A day means its end in UTC.',
};

export class PolicyQuery {
  @ApiPropertyOptional({
    example: '2025-08-06',
    description: 'Day on which the version applies. Default: today in Jakarta.',
  })
  @IsOptional()
  @IsDay()
  on?: string;

  @ApiPropertyOptional({
    example: '1',
    description: 'A version by its number, as events name it, instead of one by day.',
  })
  @IsOptional()
  @Matches(/^[1-9]\d{0,5}$/, { message: '$property must be the number of a version, from 1' })
  version?: string;

  @ApiPropertyOptional(knownAt)
  @IsOptional()
  @IsMoment()
  knownAt?: string;
}

export class DueDayQuery {
  @ApiProperty({ example: '2025-08-14', description: 'Day the term begins; not counted itself.' })
  @IsDay()
  from!: string;

  @ApiProperty({ example: '10', description: 'Length of the term in working days, to 366.' })
  @Matches(/^(0|[1-9]\d?|[12]\d\d|3[0-5]\d|36[0-6])$/, {
    message: '$property must be a whole number from 0 to 366',
  })
  workingDays!: string;

  @ApiPropertyOptional(knownAt)
  @IsOptional()
  @IsMoment()
  knownAt?: string;
}
