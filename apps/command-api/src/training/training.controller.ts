import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { type Exchange, InExchange } from '@jejak/http';
import { slugInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import {
  AnnounceAssessmentBody,
  AssessGroupBody,
  AssessParticipantBody,
  CountParticipantsBody,
  HoldSessionBody,
  OpenTrainingBody,
  RegisterParticipantBody,
} from './training.bodies';
import {
  announceAssessment,
  assessGroup,
  assessParticipant,
  countParticipants,
  holdTrainingSession,
  openTraining,
  registerParticipant,
} from './training.commands';

@ApiTags('Commands: trainings')
@ApiBearerAuth()
@ApiParam({ name: 'training', example: '36-tunas-integritas-2016' })
@Controller('v1/trainings/:training')
export class TrainingController {
  constructor(private readonly desk: CommandDesk) {}

  @Post('open')
  @CommandRoute('Open a training programme')
  open(
    @Param('training', slugInPath('training')) training: string,
    @Body() body: OpenTrainingBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, openTraining, training, body);
  }

  @Post('hold-session')
  @CommandRoute('Record a session that was held')
  holdSession(
    @Param('training', slugInPath('training')) training: string,
    @Body() body: HoldSessionBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, holdTrainingSession, training, body);
  }

  @Post('count-participants')
  @CommandRoute('Record how many participants a group has')
  countParticipants(
    @Param('training', slugInPath('training')) training: string,
    @Body() body: CountParticipantsBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, countParticipants, training, body);
  }

  @Post('register-participant')
  @CommandRoute('Register a participant under a pseudonym')
  registerParticipant(
    @Param('training', slugInPath('training')) training: string,
    @Body() body: RegisterParticipantBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, registerParticipant, training, body);
  }

  @Post('announce-assessment')
  @CommandRoute('Record how many were announced to be assessed')
  announceAssessment(
    @Param('training', slugInPath('training')) training: string,
    @Body() body: AnnounceAssessmentBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, announceAssessment, training, body);
  }

  @Post('assess-group')
  @CommandRoute('Record an assessment of registered participants of a group')
  assessGroup(
    @Param('training', slugInPath('training')) training: string,
    @Body() body: AssessGroupBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, assessGroup, training, body);
  }

  @Post('assess-participant')
  @CommandRoute('Record the assessment of a registered participant')
  assessParticipant(
    @Param('training', slugInPath('training')) training: string,
    @Body() body: AssessParticipantBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, assessParticipant, training, body);
  }
}
