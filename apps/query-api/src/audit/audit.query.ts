import { auditTrail } from '@jejak/views';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches } from 'class-validator';

import { FormatQuery } from '../reading/format.query';
import { ListQuery } from '../reading/list.query';
import { IsMoment } from '../reading/moments';
import { aName, aRevision } from '../reading/patterns';
import { RegionFilter } from '../reading/region-parameter';

export class TrailQuery extends ListQuery {
  @RegionFilter({ example: '36.73' })
  region?: string;

  @ApiPropertyOptional({ description: 'Identifier of the person or system that acted.' })
  @IsOptional()
  @Matches(...aName)
  actor?: string;

  @ApiPropertyOptional({ example: 'scorecard-36.73-mcp-2019' })
  @IsOptional()
  @Matches(...aName)
  stream?: string;

  @ApiPropertyOptional({ enum: auditTrail.eventTypes, example: 'PublishedScoreRecorded' })
  @IsOptional()
  @IsIn(auditTrail.eventTypes)
  type?: string;

  @ApiPropertyOptional({
    example: '2019-01-01',
    description:
      'Recorded at or after; a day means its start in UTC. Orders by the instant unless sort says otherwise.',
  })
  @IsOptional()
  @IsMoment()
  from?: string;

  @ApiPropertyOptional({
    example: '2030-01-01',
    description: 'Recorded at or before; a day means its end in UTC.',
  })
  @IsOptional()
  @IsMoment()
  to?: string;

  @ApiPropertyOptional({
    enum: ['asc', 'desc'],
    description:
      'Short for a sort by position, or with from or to by the instant of recording. Default: desc.',
  })
  @IsOptional()
  @IsIn(['asc', 'desc'])
  order?: 'asc' | 'desc';
}

export class StreamQuery extends FormatQuery {
  @ApiPropertyOptional({
    example: '0',
    description: 'First revision, inclusive. Default: the start, or the end when backwards.',
  })
  @IsOptional()
  @Matches(...aRevision)
  from?: string;

  @ApiPropertyOptional({ enum: ['forwards', 'backwards'], description: 'Default: forwards.' })
  @IsOptional()
  @IsIn(['forwards', 'backwards'])
  direction?: 'forwards' | 'backwards';

  @ApiPropertyOptional({ example: '100', description: 'Events per page, 1 to 500. Default 50.' })
  @IsOptional()
  @IsString()
  limit?: string;
}

export class StateQuery {
  @ApiPropertyOptional({ example: '0', description: 'Last revision to fold, inclusive.' })
  @IsOptional()
  @Matches(...aRevision)
  atRevision?: string;

  @ApiPropertyOptional({
    description: 'Fold what had been recorded by then; a day means its end in UTC.',
  })
  @IsOptional()
  @IsMoment()
  asOf?: string;
}
