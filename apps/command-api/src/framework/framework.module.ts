import { Module } from '@nestjs/common';

import { CommandDesk } from '../edge/command-desk';
import { draftFramework, publishFramework } from './framework.commands';
import { FrameworkController } from './framework.controller';

@Module({
  controllers: [FrameworkController],
  providers: [CommandDesk, draftFramework.handler, publishFramework.handler],
})
export class FrameworkModule {}
