import { Module } from '@nestjs/common';

import { CommandDesk } from '../edge/command-desk';
import * as commands from './supervision.commands';
import { SupervisionController } from './supervision.controller';

@Module({
  controllers: [SupervisionController],
  providers: [CommandDesk, ...Object.values(commands).map(({ handler }) => handler)],
})
export class SupervisionModule {}
