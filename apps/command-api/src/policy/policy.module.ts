import { Module } from '@nestjs/common';

import { CommandDesk } from '../edge/command-desk';
import { approvePolicy, draftPolicy, retirePolicy } from './policy.commands';
import { PolicyController } from './policy.controller';

@Module({
  controllers: [PolicyController],
  providers: [CommandDesk, draftPolicy.handler, approvePolicy.handler, retirePolicy.handler],
})
export class PolicyModule {}
