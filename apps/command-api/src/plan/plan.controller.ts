import { planStream } from '@jejak/domain';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { type Exchange, InExchange } from '../edge/exchange';
import { slugInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import {
  AdoptPlanBody,
  ReportMilestoneBody,
  ReturnMilestoneBody,
  RevisePlanItemBody,
  VerifyMilestoneBody,
} from './plan.bodies';
import {
  AdoptActionPlan,
  ReportMilestone,
  ReturnMilestone,
  RevisePlanItem,
  VerifyMilestone,
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
    return this.desk.issue(
      exchange,
      { action: 'plan.adopt', stream: planStream(plan), body },
      (caller) => new AdoptActionPlan(plan, body, caller),
    );
  }

  @Post('report-milestone')
  @CommandRoute('Report a milestone as met, with evidence')
  reportMilestone(
    @Param('plan', slugInPath('plan')) plan: string,
    @Body() body: ReportMilestoneBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.issue(
      exchange,
      { action: 'plan.report-milestone', stream: planStream(plan), body },
      (caller) => new ReportMilestone(plan, body, caller),
    );
  }

  @Post('verify-milestone')
  @CommandRoute('Verify a reported milestone; never by its reporter')
  verifyMilestone(
    @Param('plan', slugInPath('plan')) plan: string,
    @Body() body: VerifyMilestoneBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.issue(
      exchange,
      { action: 'plan.verify-milestone', stream: planStream(plan), body },
      (caller) => new VerifyMilestone(plan, body, caller),
    );
  }

  @Post('return-milestone')
  @CommandRoute('Return a reported milestone with a reason')
  returnMilestone(
    @Param('plan', slugInPath('plan')) plan: string,
    @Body() body: ReturnMilestoneBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.issue(
      exchange,
      { action: 'plan.return-milestone', stream: planStream(plan), body },
      (caller) => new ReturnMilestone(plan, body, caller),
    );
  }

  @Post('revise-item')
  @CommandRoute('Revise an item with a reason and an approval')
  reviseItem(
    @Param('plan', slugInPath('plan')) plan: string,
    @Body() body: RevisePlanItemBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.issue(
      exchange,
      { action: 'plan.revise-item', stream: planStream(plan), body },
      (caller) => new RevisePlanItem(plan, body, caller),
    );
  }
}
