import { Module } from '@nestjs/common';

import { CommandDesk } from '../edge/command-desk';
import { RegionController } from './region.controller';
import { regionHandlers } from './region.handlers';

@Module({ controllers: [RegionController], providers: [CommandDesk, ...regionHandlers] })
export class RegionModule {}
