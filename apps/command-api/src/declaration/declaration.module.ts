import { Module } from '@nestjs/common';

import { CommandDesk } from '../edge/command-desk';
import {
  endObligation,
  recordFiling,
  registerObligor,
  supplementFiling,
  verifyFiling,
} from './declaration.commands';
import { DeclarationController } from './declaration.controller';
import { recordStatistic } from './statistic.commands';
import { DeclarationStatisticController } from './statistic.controller';

@Module({
  controllers: [DeclarationController, DeclarationStatisticController],
  providers: [
    CommandDesk,
    registerObligor.handler,
    endObligation.handler,
    recordFiling.handler,
    verifyFiling.handler,
    supplementFiling.handler,
    recordStatistic.handler,
  ],
})
export class DeclarationModule {}
