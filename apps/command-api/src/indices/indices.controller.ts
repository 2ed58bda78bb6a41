import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { type Exchange, InExchange } from '@jejak/http';
import { indexKindInPath, indexSubjectInPath, yearInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import { CorrectIndexBody, RecordIndexBody } from './indices.bodies';
import { correctIndex, recordIndex } from './indices.commands';

@ApiTags('Commands: indices')
@ApiBearerAuth()
@ApiParam({ name: 'kind', example: 'SPI' })
@ApiParam({ name: 'subject', example: 'national' })
@ApiParam({ name: 'year', example: '2024' })
@Controller('v1/indices/:kind/:subject/:year')
export class IndicesController {
  constructor(private readonly desk: CommandDesk) {}

  @Post('record')
  @CommandRoute('Record a published index, with the band its publisher claims')
  record(
    @Param('kind', indexKindInPath) kind: string,
    @Param('subject', indexSubjectInPath) subject: string,
    @Param('year', yearInPath) year: number,
    @Body() body: RecordIndexBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, recordIndex, { kind, subject, year }, body);
  }

  @Post('correct')
  @CommandRoute('Correct an index that was recorded wrongly')
  correct(
    @Param('kind', indexKindInPath) kind: string,
    @Param('subject', indexSubjectInPath) subject: string,
    @Param('year', yearInPath) year: number,
    @Body() body: CorrectIndexBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, correctIndex, { kind, subject, year }, body);
  }
}
