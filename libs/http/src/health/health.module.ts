import { type DynamicModule, Module } from '@nestjs/common';

import { HealthController } from './health.controller';
import { READINESS, type ReadReadiness } from './readiness';

/** `/health/live` and `/health/ready`. Whoever assembles the application says what readiness is. */
@Module({})
export class HealthModule {
  static with(readReadiness: ReadReadiness): DynamicModule {
    return {
      module: HealthModule,
      controllers: [HealthController],
      providers: [{ provide: READINESS, useValue: readReadiness }],
    };
  }
}
