import { Module } from '@nestjs/common';

import { CommandDesk } from '../edge/command-desk';
import { decideErasure, requestErasure, shredSubjectKey } from './erasure.commands';
import { ErasureController } from './erasure.controller';

@Module({
  controllers: [ErasureController],
  providers: [CommandDesk, requestErasure.handler, decideErasure.handler, shredSubjectKey.handler],
})
export class ErasureModule {}
