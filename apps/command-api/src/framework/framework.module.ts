import { Module } from '@nestjs/common';

import { CommandDesk } from '../edge/command-desk';
import { FrameworkController } from './framework.controller';
import { frameworkHandlers } from './framework.handlers';

@Module({ controllers: [FrameworkController], providers: [CommandDesk, ...frameworkHandlers] })
export class FrameworkModule {}
