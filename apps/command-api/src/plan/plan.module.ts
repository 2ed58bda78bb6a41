import { Module } from '@nestjs/common';

import { CommandDesk } from '../edge/command-desk';
import { PlanController } from './plan.controller';
import { planHandlers } from './plan.handlers';

@Module({ controllers: [PlanController], providers: [CommandDesk, ...planHandlers] })
export class PlanModule {}
