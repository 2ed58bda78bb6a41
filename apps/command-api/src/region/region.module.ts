import { Module } from '@nestjs/common';

import { CommandDesk } from '../edge/command-desk';
import { recodeRegion, registerRegion, reserveRegionCode } from './region.commands';
import { RegionController } from './region.controller';

@Module({
  controllers: [RegionController],
  providers: [CommandDesk, registerRegion.handler, reserveRegionCode.handler, recodeRegion.handler],
})
export class RegionModule {}
