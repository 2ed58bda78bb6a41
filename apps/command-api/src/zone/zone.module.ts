import { Module } from '@nestjs/common';

import { CommandDesk } from '../edge/command-desk';
import { declarationHandlers } from './declaration.commands';
import { ZoneDeclarationController } from './declaration.controller';
import { evaluationHandlers } from './evaluation.commands';
import { ZoneEvaluationController } from './evaluation.controller';
import { predicateHandlers } from './predicate.commands';
import { PredicateController } from './predicate.controller';
import { preparationHandlers } from './preparation.commands';
import { ZonePreparationController } from './preparation.controller';

@Module({
  controllers: [
    ZoneDeclarationController,
    ZonePreparationController,
    ZoneEvaluationController,
    PredicateController,
  ],
  providers: [
    CommandDesk,
    ...declarationHandlers,
    ...preparationHandlers,
    ...evaluationHandlers,
    ...predicateHandlers,
  ],
})
export class ZoneModule {}
