import { Module } from '@nestjs/common';

import { CommandDesk } from '../edge/command-desk';
import * as commands from './training.commands';
import { TrainingController } from './training.controller';

@Module({
  controllers: [TrainingController],
  providers: [CommandDesk, ...Object.values(commands).map(({ handler }) => handler)],
})
export class TrainingModule {}
