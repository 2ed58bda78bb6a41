import { type PolicyKind } from '@jejak/domain/policy';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { type Exchange, InExchange } from '@jejak/http';
import { policyKindInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import { ApprovePolicyBody, DraftPolicyBody, RetirePolicyBody } from './policy.bodies';
import { approvePolicy, draftPolicy, retirePolicy } from './policy.commands';

@ApiTags('Commands: policies')
@ApiBearerAuth()
@ApiParam({ name: 'kind', example: 'time-zones' })
@Controller('v1/policies/:kind')
export class PolicyController {
  constructor(private readonly desk: CommandDesk) {}

  @Post('draft')
  @CommandRoute('Draft a version of a policy')
  draft(
    @Param('kind', policyKindInPath) kind: PolicyKind,
    @Body() body: DraftPolicyBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, draftPolicy, kind, body);
  }

  @Post('approve')
  @CommandRoute('Approve the drafted version, as a second person')
  approve(
    @Param('kind', policyKindInPath) kind: PolicyKind,
    @Body() body: ApprovePolicyBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, approvePolicy, kind, body);
  }

  @Post('retire')
  @CommandRoute('End the latest version without a successor')
  retire(
    @Param('kind', policyKindInPath) kind: PolicyKind,
    @Body() body: RetirePolicyBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, retirePolicy, kind, body);
  }
}
