import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { type Exchange, InExchange } from '@jejak/http';
import { slugInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import {
  AdoptPlanBody,
  FormTaskForceBody,
  ReassignItemBody,
  ReportMilestoneBody,
  ReturnMilestoneBody,
  RevisePlanItemBody,
  SetItemStatusBody,
  VerifyMilestoneBody,
} from './plan.bodies';
import {
  adoptActionPlan,
  formTaskForce,
  reassignPlanItem,
  reportMilestone,
  returnMilestone,
  revisePlanItem,
  setPlanItemStatus,
  verifyMilestone,
} from './plan.commands';

@ApiTags('Commands: action plans')
@ApiBearerAuth()
@ApiParam({ name: 'plan', example: '36-2017' })
@Controller('v1/plans/:plan')
export class PlanController {
  constructor(private readonly desk: CommandDesk) {}

  @Post('adopt')
  @CommandRoute('Adopt an action plan')
  adopt(
    @Param('plan', slugInPath('plan')) plan: string,
    @Body() body: AdoptPlanBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, adoptActionPlan, plan, body);
  }

  @Post('report-milestone')
  @CommandRoute('Report a milestone as met, with evidence')
  reportMilestone(
    @Param('plan', slugInPath('plan')) plan: string,
    @Body() body: ReportMilestoneBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, reportMilestone, plan, body);
  }

  @Post('verify-milestone')
  @CommandRoute('Verify a reported milestone; never by its reporter')
  verifyMilestone(
    @Param('plan', slugInPath('plan')) plan: string,
    @Body() body: VerifyMilestoneBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, verifyMilestone, plan, body);
  }

  @Post('return-milestone')
  @CommandRoute('Return a reported milestone with a reason')
  returnMilestone(
    @Param('plan', slugInPath('plan')) plan: string,
    @Body() body: ReturnMilestoneBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, returnMilestone, plan, body);
  }

  @Post('revise-item')
  @CommandRoute('Revise an item with a reason and an approval')
  reviseItem(
    @Param('plan', slugInPath('plan')) plan: string,
    @Body() body: RevisePlanItemBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, revisePlanItem, plan, body);
  }

  @Post('reassign-item')
  @CommandRoute('Hand an item to another office')
  reassignItem(
    @Param('plan', slugInPath('plan')) plan: string,
    @Body() body: ReassignItemBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, reassignPlanItem, plan, body);
  }

  @Post('set-item-status')
  @CommandRoute('Say what is being done with an item')
  setItemStatus(
    @Param('plan', slugInPath('plan')) plan: string,
    @Body() body: SetItemStatusBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, setPlanItemStatus, plan, body);
  }

  @Post('form-task-force')
  @CommandRoute('Record the task force (satgas) that carries the plan')
  formTaskForce(
    @Param('plan', slugInPath('plan')) plan: string,
    @Body() body: FormTaskForceBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, formTaskForce, plan, body);
  }
}
