import {
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { ProjectionRuntime } from '@jejak/projection';

/** Follows the log from bootstrap on; drains once the HTTP port is closed. */
class ProjectorLifecycle implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(private readonly projection: ProjectionRuntime) {}

  onApplicationBootstrap(): Promise<void> {
    return this.projection.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.projection.stop();
  }
}

/**
 * Lets a projection live as long as the application. Whoever opened the stores closes them after
 * the application: until then the drain needs them.
 */
@Module({})
export class ProjectorModule {
  static with(projection: ProjectionRuntime): DynamicModule {
    return {
      module: ProjectorModule,
      providers: [{ provide: ProjectorLifecycle, useValue: new ProjectorLifecycle(projection) }],
    };
  }
}
