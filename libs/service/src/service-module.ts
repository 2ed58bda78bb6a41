import { refusalCodes } from '@jejak/domain';
import {
  HealthModule,
  ProblemCatalogueController,
  REFUSAL_CODES,
  type ReadReadiness,
} from '@jejak/http';
import { type DynamicModule, Module } from '@nestjs/common';

/** What every process answers, whatever it is there for: its health, and what its problems mean. */
@Module({})
export class ServiceModule {
  static with(imports: readonly DynamicModule[], readReadiness: ReadReadiness): DynamicModule {
    return {
      module: ServiceModule,
      imports: [...imports, HealthModule.with(readReadiness)],
      controllers: [ProblemCatalogueController],
      providers: [{ provide: REFUSAL_CODES, useValue: refusalCodes }],
    };
  }
}
