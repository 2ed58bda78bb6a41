import { type Exchange, InExchange } from '@jejak/http';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiTags } from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { slugInPath, uuidInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import {
  EndObligationBody,
  RecordFilingBody,
  RegisterObligorBody,
  SupplementFilingBody,
  VerifyFilingBody,
} from './declaration.bodies';
import {
  endObligation,
  recordFiling,
  registerObligor,
  supplementFiling,
  verifyFiling,
} from './declaration.commands';

const personInPath = uuidInPath('person');
const positionInPath = slugInPath('position');

@ApiTags('Commands: wealth reports')
@ApiBearerAuth()
@ApiParam({ name: 'person', example: '0b9f6c1e-7d52-4c55-9f2a-3c7f5a1e9d04' })
@ApiParam({ name: 'position', example: 'kepala-dinas-kesehatan' })
@Controller('v1/declarations/:person/:position')
export class DeclarationController {
  constructor(private readonly desk: CommandDesk) {}

  @Post('register-obligor')
  @CommandRoute('Register that the holder of a position must report (wajib LHKPN)')
  register(
    @Param('person', personInPath) person: string,
    @Param('position', positionInPath) position: string,
    @Body() body: RegisterObligorBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, registerObligor, { person, position }, body);
  }

  @Post('end-obligation')
  @CommandRoute('Record the end of the time in the position')
  end(
    @Param('person', personInPath) person: string,
    @Param('position', positionInPath) position: string,
    @Body() body: EndObligationBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, endObligation, { person, position }, body);
  }

  @Post('record-filing')
  @CommandRoute('Record that a report was handed in, never what it says')
  file(
    @Param('person', personInPath) person: string,
    @Param('position', positionInPath) position: string,
    @Body() body: RecordFilingBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, recordFiling, { person, position }, body);
  }

  @Post('verify-filing')
  @CommandRoute('Record that a report was found complete or incomplete, as a second person')
  verify(
    @Param('person', personInPath) person: string,
    @Param('position', positionInPath) position: string,
    @Body() body: VerifyFilingBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, verifyFiling, { person, position }, body);
  }

  @Post('supplement-filing')
  @CommandRoute('Record that the missing parts of an incomplete report were handed in')
  supplement(
    @Param('person', personInPath) person: string,
    @Param('position', positionInPath) position: string,
    @Body() body: SupplementFilingBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, supplementFiling, { person, position }, body);
  }
}
