import { Module } from '@nestjs/common';

import { CommandDesk } from '../edge/command-desk';
import { correctIndex, recordIndex } from './indices.commands';
import { IndicesController } from './indices.controller';

@Module({
  controllers: [IndicesController],
  providers: [CommandDesk, recordIndex.handler, correctIndex.handler],
})
export class IndicesModule {}
