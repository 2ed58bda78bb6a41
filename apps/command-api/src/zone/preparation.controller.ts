import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { type Exchange, InExchange } from '@jejak/http';
import { regionCodeInPath, slugInPath, yearInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import { AnswerQuestionsBody } from './answers.body';
import {
  answerAsUnit,
  answerInternally,
  checkPrerequisites,
  completeInternalReview,
  designateUnit,
  proposeUnit,
  recordPublishedCycle,
  startBuilding,
  submitSelfAssessment,
} from './preparation.commands';
import {
  CheckPrerequisitesBody,
  CompleteReviewBody,
  DesignateUnitBody,
  ProposeUnitBody,
  RecordPublishedCycleBody,
  StartBuildingBody,
  SubmitSelfAssessmentBody,
} from './zone.bodies';

@ApiTags('Commands: integrity zones')
@ApiBearerAuth()
@ApiParam({ name: 'region', example: '36.04' })
@ApiParam({ name: 'unit', example: 'disdukcapil' })
@ApiParam({ name: 'year', example: '2024' })
@Controller('v1/zones/:region/:unit/:year')
export class ZonePreparationController {
  constructor(private readonly desk: CommandDesk) {}

  @Post('designate')
  @CommandRoute('Designate a unit, which opens its cycle of the year')
  designate(
    @Param('region', regionCodeInPath) region: string,
    @Param('unit', slugInPath('unit')) unit: string,
    @Param('year', yearInPath) year: number,
    @Body() body: DesignateUnitBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, designateUnit, { region, unit, year }, body);
  }

  @Post('start-building')
  @CommandRoute('Start building the zone, with a work plan')
  startBuilding(
    @Param('region', regionCodeInPath) region: string,
    @Param('unit', slugInPath('unit')) unit: string,
    @Param('year', yearInPath) year: number,
    @Body() body: StartBuildingBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, startBuilding, { region, unit, year }, body);
  }

  @Post('answer-self')
  @CommandRoute('Answer questions of the sheet as the unit (SELF)')
  answerSelf(
    @Param('region', regionCodeInPath) region: string,
    @Param('unit', slugInPath('unit')) unit: string,
    @Param('year', yearInPath) year: number,
    @Body() body: AnswerQuestionsBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, answerAsUnit, { region, unit, year }, body);
  }

  @Post('submit-self-assessment')
  @CommandRoute('Submit the self assessment; its answers stay as they are')
  submitSelfAssessment(
    @Param('region', regionCodeInPath) region: string,
    @Param('unit', slugInPath('unit')) unit: string,
    @Param('year', yearInPath) year: number,
    @Body() body: SubmitSelfAssessmentBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, submitSelfAssessment, { region, unit, year }, body);
  }

  @Post('answer-internal')
  @CommandRoute('Answer questions of the sheet as the internal team (TPI)')
  answerInternal(
    @Param('region', regionCodeInPath) region: string,
    @Param('unit', slugInPath('unit')) unit: string,
    @Param('year', yearInPath) year: number,
    @Body() body: AnswerQuestionsBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, answerInternally, { region, unit, year }, body);
  }

  @Post('complete-internal-review')
  @CommandRoute('Complete the internal review')
  completeInternalReview(
    @Param('region', regionCodeInPath) region: string,
    @Param('unit', slugInPath('unit')) unit: string,
    @Param('year', yearInPath) year: number,
    @Body() body: CompleteReviewBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, completeInternalReview, { region, unit, year }, body);
  }

  @Post('check-prerequisites')
  @CommandRoute('Check what must be true beside the score, each with day and source')
  checkPrerequisites(
    @Param('region', regionCodeInPath) region: string,
    @Param('unit', slugInPath('unit')) unit: string,
    @Param('year', yearInPath) year: number,
    @Body() body: CheckPrerequisitesBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, checkPrerequisites, { region, unit, year }, body);
  }

  @Post('propose')
  @CommandRoute('Propose the unit to the ministry, within the window of its year')
  propose(
    @Param('region', regionCodeInPath) region: string,
    @Param('unit', slugInPath('unit')) unit: string,
    @Param('year', yearInPath) year: number,
    @Body() body: ProposeUnitBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, proposeUnit, { region, unit, year }, body);
  }

  @Post('record-published')
  @CommandRoute('Record what a publication tells of the cycle')
  recordPublished(
    @Param('region', regionCodeInPath) region: string,
    @Param('unit', slugInPath('unit')) unit: string,
    @Param('year', yearInPath) year: number,
    @Body() body: RecordPublishedCycleBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, recordPublishedCycle, { region, unit, year }, body);
  }
}
