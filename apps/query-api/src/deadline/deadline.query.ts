import { addDays } from '@jejak/domain';
import { problem } from '@jejak/http';
import type { QueryFilter } from '@jejak/views';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';

import { ListQuery } from '../reading/list.query';
import { IsDay, todayInJakarta } from '../reading/moments';
import { aName } from '../reading/patterns';
import { ProvinceFilter, RegionFilter } from '../reading/region-parameter';

const daysAhead = [
  /^(0|[1-9]\d{0,2}|[12]\d{3}|3[0-5]\d\d|36[0-5]\d|3660)$/,
  { message: '$property must be a whole number of days from 0 to 3660' },
] as const;
const states = ['open', 'met', 'dropped', 'passed'] as const;

export class DeadlinesQuery extends ListQuery {
  @RegionFilter({ example: '36.73', description: 'Exactly this region.' })
  region?: string;

  @ProvinceFilter()
  province?: string;

  @ApiPropertyOptional({
    enum: states,
    description: '`met` also where it was met after it passed; `passedAt` then says so.',
  })
  @IsOptional()
  @IsIn(states)
  state?: (typeof states)[number];

  @ApiPropertyOptional({
    example: 'information.answer',
    description: 'What has to be done, as `<context>.<what>`.',
  })
  @IsOptional()
  @Matches(...aName)
  deadline?: string;

  @ApiPropertyOptional({ example: '2017-01-01', description: 'Earliest last day, included.' })
  @IsOptional()
  @IsDay()
  dueFrom?: string;

  @ApiPropertyOptional({ example: '2030-01-01', description: 'Last days before this one.' })
  @IsOptional()
  @IsDay()
  dueBefore?: string;

  @ApiPropertyOptional({
    example: '30',
    description:
      'Last days from today in Jakarta to so many days ahead, to 3660; 0 is today. Not with dueBefore.',
  })
  @IsOptional()
  @Matches(...daysAhead)
  withinDays?: string;
}

/**
 * The days that `withinDays` asks for; everything where it is left out. Throws `request.invalid`
 * when `dueBefore` says another end.
 */
export function dueWithin({ withinDays, dueBefore }: DeadlinesQuery): QueryFilter {
  if (withinDays === undefined) return {};
  if (dueBefore !== undefined) {
    throw problem('request.invalid', {
      field: 'withinDays',
      detail: 'withinDays and dueBefore both say up to which day.',
      fix: 'Leave one of them out.',
    });
  }
  const today = todayInJakarta();
  return { dueOn: { $gte: today, $lte: addDays(today, Number(withinDays)) } };
}
