import { Module } from '@nestjs/common';

import { CommandDesk } from '../edge/command-desk';
import { PactTextController } from './pact-text.controller';
import { PactController } from './pact.controller';
import { pactHandlers } from './pact.handlers';

@Module({
  controllers: [PactController, PactTextController],
  providers: [CommandDesk, ...pactHandlers],
})
export class PactModule {}
