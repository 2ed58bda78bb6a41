import { type DynamicModule, Module } from '@nestjs/common';

import { HealthController } from './health.controller';
import { METRICS, type ReadMetrics } from './metrics';
import { MetricsController } from './metrics.controller';
import { READINESS, type ReadReadiness } from './readiness';

/**
 * `/health/live`, `/health/ready` and `/metrics`. Whoever assembles the application says what
 * readiness is and what is measured.
 */
@Module({})
export class HealthModule {
  static with(readReadiness: ReadReadiness, readMetrics: ReadMetrics): DynamicModule {
    return {
      module: HealthModule,
      controllers: [HealthController, MetricsController],
      providers: [
        { provide: READINESS, useValue: readReadiness },
        { provide: METRICS, useValue: readMetrics },
      ],
    };
  }
}
