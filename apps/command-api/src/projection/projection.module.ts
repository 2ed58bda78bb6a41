import { Module } from '@nestjs/common';

import { CommandDesk } from '../edge/command-desk';
import { ProjectionController } from './projection.controller';
import { projectionHandlers } from './projection.handlers';

@Module({ controllers: [ProjectionController], providers: [CommandDesk, ...projectionHandlers] })
export class ProjectionModule {}
