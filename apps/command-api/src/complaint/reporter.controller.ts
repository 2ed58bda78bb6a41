import { principalOf } from '@jejak/access';
import { type Exchange, InExchange } from '@jejak/http';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { uuidInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import { ApproveUnmaskingBody, RequestUnmaskingBody, SealReporterBody } from './complaint.bodies';
import { type Identity, IdentityReading } from './identity-reading';
import { approveUnmasking, requestUnmasking, sealReporter } from './reporter.commands';

const reporterInPath = uuidInPath('reporter');

@ApiTags('Commands: complaints')
@ApiBearerAuth()
@ApiParam({
  name: 'reporter',
  example: 'e3f3b6d2-1c2e-4b8a-8f45-6a7b8c9d0e1f',
  description: 'Pseudonym, drawn by the caller.',
})
@Controller('v1/reporters/:reporter')
export class ReporterController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly identities: IdentityReading,
  ) {}

  @Post('seal')
  @CommandRoute('Seal who a reporter is, apart from every complaint')
  seal(
    @Param('reporter', reporterInPath) reporter: string,
    @Body() body: SealReporterBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, sealReporter, reporter, body);
  }

  @Post('request-unmasking')
  @CommandRoute('Ask on a legal ground to know who a reporter is')
  request(
    @Param('reporter', reporterInPath) reporter: string,
    @Body() body: RequestUnmaskingBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, requestUnmasking, reporter, body);
  }

  @Post('approve-unmasking')
  @CommandRoute('Agree to the unmasking, as a second person; the reply shows nothing')
  approve(
    @Param('reporter', reporterInPath) reporter: string,
    @Body() body: ApproveUnmaskingBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, approveUnmasking, reporter, body);
  }

  @Get('identity')
  @ApiOperation({ summary: 'Who it is, for the two persons who unmasked the reporter' })
  @ApiOkResponse({ description: 'Name and contact; never cached.' })
  identity(
    @Param('reporter', reporterInPath) reporter: string,
    @InExchange() { request, reply }: Exchange,
  ): Promise<Identity> {
    void reply.header('Cache-Control', 'no-store');
    return this.identities.identityOf(reporter, principalOf(request));
  }
}
