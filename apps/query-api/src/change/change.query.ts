import { auditTrail } from '@jejak/views';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';

import { aName } from '../reading/patterns';
import { RegisterQuery } from '../reading/register.query';

export class ChangesQuery extends RegisterQuery {
  @ApiPropertyOptional({
    example: '0/0',
    description: 'Position of an earlier reply, exclusive. Default: the beginning of the log.',
  })
  @IsOptional()
  @Matches(...aName)
  since?: string;

  @ApiPropertyOptional({ example: 'scorecard', description: 'Kind of stream, its first word.' })
  @IsOptional()
  @Matches(...aName)
  category?: string;

  @ApiPropertyOptional({ enum: auditTrail.eventTypes, example: 'PublishedScoreRecorded' })
  @IsOptional()
  @IsIn(auditTrail.eventTypes)
  type?: string;
}
