import { Module } from '@nestjs/common';

import { CommandDesk } from '../edge/command-desk';
import {
  addRolloutModules,
  adoptRollout,
  delegateRollout,
  planRollout,
  recordRolloutLive,
  recordRolloutStart,
  retireRollout,
} from './rollout.commands';
import { RolloutController } from './rollout.controller';

@Module({
  controllers: [RolloutController],
  providers: [
    CommandDesk,
    planRollout.handler,
    addRolloutModules.handler,
    delegateRollout.handler,
    adoptRollout.handler,
    recordRolloutStart.handler,
    recordRolloutLive.handler,
    retireRollout.handler,
  ],
})
export class RolloutModule {}
