import { Module } from '@nestjs/common';

import { CommandDesk } from '../edge/command-desk';
import {
  completeGratification,
  decideGratification,
  dropGratification,
  forwardGratification,
  reportGratification,
} from './gratification.commands';
import { GratificationController } from './gratification.controller';

@Module({
  controllers: [GratificationController],
  providers: [
    CommandDesk,
    reportGratification.handler,
    completeGratification.handler,
    forwardGratification.handler,
    decideGratification.handler,
    dropGratification.handler,
  ],
})
export class GratificationModule {}
