import { Module } from '@nestjs/common';

import { CommandDesk } from '../edge/command-desk';
import { ScorecardController } from './scorecard.controller';
import { scorecardHandlers } from './scorecard.handlers';

@Module({ controllers: [ScorecardController], providers: [CommandDesk, ...scorecardHandlers] })
export class ScorecardModule {}
