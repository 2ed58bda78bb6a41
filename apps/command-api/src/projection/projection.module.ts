import { Module } from '@nestjs/common';

import { CommandDesk } from '../edge/command-desk';
import { ProjectionController } from './projection.controller';
import { skipParkedEvent } from './projection.commands';

@Module({ controllers: [ProjectionController], providers: [CommandDesk, skipParkedEvent.handler] })
export class ProjectionModule {}
