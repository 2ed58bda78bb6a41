import { problem } from '@jejak/http';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches, ValidateIf } from 'class-validator';

import { FormatQuery } from '../reading/format.query';
import { IsDay, IsMoment } from '../reading/moments';
import { byIdOrCode } from '../reading/region-parameter';
import { aName, anInstrument, aProvince, aYear } from '../reading/patterns';

export class RankingQuery extends FormatQuery {
  @ApiProperty({ example: 'MCP' })
  @Matches(...anInstrument)
  instrument!: string;

  @ApiProperty({ example: '2019' })
  @Matches(...aYear)
  year!: string;

  @ApiPropertyOptional({
    example: '36',
    description: `Needed for published scores; left out for computed ones: the whole country. ${byIdOrCode}`,
  })
  @ValidateIf(({ basis, province }: RankingQuery) => basis !== 'computed' || province !== undefined)
  @Matches(...aProvince)
  province?: string;

  @ApiPropertyOptional({
    enum: ['published', 'computed'],
    description:
      'What is ranked: scores as published (default), or finalised scores as computed from what was verified, which nobody published.',
  })
  @IsOptional()
  @IsIn(['published', 'computed'])
  basis?: 'published' | 'computed';

  @ApiPropertyOptional({
    enum: ['province', 'regency', 'city'],
    description: 'Of computed scores: one level only.',
  })
  @IsOptional()
  @IsIn(['province', 'regency', 'city'])
  level?: 'province' | 'regency' | 'city';

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

/** Throws `request.invalid` for what the scores of that basis do not have. */
export function mustFitBasis(query: RankingQuery): void {
  const strange =
    query.basis === 'computed'
      ? (['validAt', 'status', 'publication'] as const)
      : (['level'] as const);
  const field = strange.find((name) => query[name] !== undefined);
  if (field === undefined) return;
  throw problem('request.invalid', {
    field,
    detail: `${field} is nothing that ${query.basis ?? 'published'} scores have.`,
    fix: `Leave ${field} out, or ask for another basis.`,
  });
}
