import { Module } from '@nestjs/common';

import { CommandDesk } from '../edge/command-desk';
import * as checkpoints from './checkpoint.commands';
import { CheckpointController } from './checkpoint.controller';
import {
  adoptActionPlan,
  formTaskForce,
  reassignPlanItem,
  reportMilestone,
  returnMilestone,
  revisePlanItem,
  setPlanItemStatus,
  verifyMilestone,
} from './plan.commands';
import { PlanController } from './plan.controller';

const commands = [
  adoptActionPlan,
  reportMilestone,
  verifyMilestone,
  returnMilestone,
  revisePlanItem,
  reassignPlanItem,
  setPlanItemStatus,
  formTaskForce,
  ...Object.values(checkpoints),
];

@Module({
  controllers: [PlanController, CheckpointController],
  providers: [CommandDesk, ...commands.map(({ handler }) => handler)],
})
export class PlanModule {}
