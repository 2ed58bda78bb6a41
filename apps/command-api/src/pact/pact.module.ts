import { Module } from '@nestjs/common';

import { CommandDesk } from '../edge/command-desk';
import * as breaches from './breach.commands';
import { BreachController } from './breach.controller';
import * as coverage from './coverage.commands';
import { CoverageController } from './coverage.controller';
import { PactTextController } from './pact-text.controller';
import * as pacts from './pact.commands';
import { PactController } from './pact.controller';

const commands = [...Object.values(pacts), ...Object.values(coverage), ...Object.values(breaches)];

@Module({
  controllers: [PactController, PactTextController, CoverageController, BreachController],
  providers: [CommandDesk, ...commands.map(({ handler }) => handler)],
})
export class PactModule {}
