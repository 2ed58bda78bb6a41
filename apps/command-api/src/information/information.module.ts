import { Module } from '@nestjs/common';

import { CommandDesk } from '../edge/command-desk';
import {
  answerInformation,
  decideInformationObjection,
  extendInformationDeadline,
  noteInformationDispute,
  objectToInformation,
  requestInformation,
} from './information.commands';
import { InformationController } from './information.controller';

@Module({
  controllers: [InformationController],
  providers: [
    CommandDesk,
    requestInformation.handler,
    extendInformationDeadline.handler,
    answerInformation.handler,
    objectToInformation.handler,
    decideInformationObjection.handler,
    noteInformationDispute.handler,
  ],
})
export class InformationModule {}
