import { refusalCodes } from '@jejak/domain';
import {
  HealthModule,
  ProblemCatalogueController,
  REFUSAL_CODES,
  type ReadMetrics,
  type ReadReadiness,
} from '@jejak/http';
import { type DynamicModule, Module } from '@nestjs/common';

/**
 * What every process answers, whatever it is there for: its health, its metrics, and what its
 * problems mean.
 */
@Module({})
export class ServiceModule {
  static with(
    imports: readonly DynamicModule[],
    readReadiness: ReadReadiness,
    readMetrics: ReadMetrics,
  ): DynamicModule {
    return {
      module: ServiceModule,
      imports: [...imports, HealthModule.with(readReadiness, readMetrics)],
      controllers: [ProblemCatalogueController],
      providers: [{ provide: REFUSAL_CODES, useValue: refusalCodes }],
    };
  }
}
