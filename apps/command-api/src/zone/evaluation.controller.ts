import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { type Exchange, InExchange } from '@jejak/http';
import { regionCodeInPath, slugInPath, yearInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import { AnswerQuestionsBody } from './answers.body';
import {
  answerNationally,
  declineProposal,
  recommendPredicate,
  recordAdminCheck,
  recordDeskEvaluation,
  recordFieldEvaluation,
  recordSurveyResult,
} from './evaluation.commands';
import { DeclineBody, RecommendBody, RecordEvaluationBody, RecordSurveyBody } from './zone.bodies';

@ApiTags('Commands: integrity zones')
@ApiBearerAuth()
@ApiParam({ name: 'region', example: '36.04' })
@ApiParam({ name: 'unit', example: 'disdukcapil' })
@ApiParam({ name: 'year', example: '2024' })
@Controller('v1/zones/:region/:unit/:year')
export class ZoneEvaluationController {
  constructor(private readonly desk: CommandDesk) {}

  @Post('record-admin-check')
  @CommandRoute('Record the administrative check (pra-evaluasi)')
  recordAdminCheck(
    @Param('region', regionCodeInPath) region: string,
    @Param('unit', slugInPath('unit')) unit: string,
    @Param('year', yearInPath) year: number,
    @Body() body: RecordEvaluationBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, recordAdminCheck, { region, unit, year }, body);
  }

  @Post('record-desk-evaluation')
  @CommandRoute('Record the desk evaluation')
  recordDeskEvaluation(
    @Param('region', regionCodeInPath) region: string,
    @Param('unit', slugInPath('unit')) unit: string,
    @Param('year', yearInPath) year: number,
    @Body() body: RecordEvaluationBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, recordDeskEvaluation, { region, unit, year }, body);
  }

  @Post('answer-national')
  @CommandRoute('Answer questions of the sheet as the national team (TPN)')
  answerNational(
    @Param('region', regionCodeInPath) region: string,
    @Param('unit', slugInPath('unit')) unit: string,
    @Param('year', yearInPath) year: number,
    @Body() body: AnswerQuestionsBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, answerNationally, { region, unit, year }, body);
  }

  @Post('record-survey-result')
  @CommandRoute('Record the index of an external survey')
  recordSurveyResult(
    @Param('region', regionCodeInPath) region: string,
    @Param('unit', slugInPath('unit')) unit: string,
    @Param('year', yearInPath) year: number,
    @Body() body: RecordSurveyBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, recordSurveyResult, { region, unit, year }, body);
  }

  @Post('record-field-evaluation')
  @CommandRoute('Record the field evaluation')
  recordFieldEvaluation(
    @Param('region', regionCodeInPath) region: string,
    @Param('unit', slugInPath('unit')) unit: string,
    @Param('year', yearInPath) year: number,
    @Body() body: RecordEvaluationBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, recordFieldEvaluation, { region, unit, year }, body);
  }

  @Post('recommend')
  @CommandRoute('Recommend the predicate, as the national panel')
  recommend(
    @Param('region', regionCodeInPath) region: string,
    @Param('unit', slugInPath('unit')) unit: string,
    @Param('year', yearInPath) year: number,
    @Body() body: RecommendBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, recommendPredicate, { region, unit, year }, body);
  }

  @Post('decline')
  @CommandRoute('Decline the proposal: the unit is given guidance (pembinaan)')
  decline(
    @Param('region', regionCodeInPath) region: string,
    @Param('unit', slugInPath('unit')) unit: string,
    @Param('year', yearInPath) year: number,
    @Body() body: DeclineBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, declineProposal, { region, unit, year }, body);
  }
}
