import { Module } from '@nestjs/common';

import { CommandDesk } from '../edge/command-desk';
import { closeUnit, mergeUnits, recodeUnit, registerUnit, renameUnit } from './unit.commands';
import { UnitController } from './unit.controller';

@Module({
  controllers: [UnitController],
  providers: [
    CommandDesk,
    registerUnit.handler,
    renameUnit.handler,
    recodeUnit.handler,
    mergeUnits.handler,
    closeUnit.handler,
  ],
})
export class UnitModule {}
