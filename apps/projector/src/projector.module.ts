import { AuthenticationGuard, type TokenVerifier } from '@jejak/access';
import type { ProjectionRuntime } from '@jejak/projection';
import {
  type DynamicModule,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';

import { type DeadlineClock } from './deadline/deadline-clock';
import { BuildsController } from './operations/builds.controller';
import { OPERATED_PROJECTION } from './operations/operated-projection';
import { ParkedController } from './operations/parked.controller';
import { ViewsController } from './operations/views.controller';

/** Follows the log and the clock from bootstrap on; drains once the HTTP port is closed. */
class ProjectorLifecycle implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly projection: ProjectionRuntime,
    private readonly clock: Pick<DeadlineClock, 'start' | 'stop'>,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.projection.start();
    this.clock.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.clock.stop();
    await this.projection.stop();
  }
}

export interface ProjectorOptions {
  /**
   * Whose tokens count. Absent in an application that has the authentication guard from another of
   * its modules; where nobody has it, the operations are closed to everybody.
   */
  readonly tokenVerifier?: TokenVerifier;
}

/**
 * Lets a projection live as long as the application, and be operated over HTTP. Whoever opened the
 * stores closes them after the application: until then the drain needs them.
 */
@Module({ controllers: [ViewsController, BuildsController, ParkedController] })
export class ProjectorModule {
  static with(
    projection: ProjectionRuntime,
    clock: Pick<DeadlineClock, 'start' | 'stop'>,
    { tokenVerifier }: ProjectorOptions = {},
  ): DynamicModule {
    const guard = tokenVerifier && new AuthenticationGuard(tokenVerifier);
    return {
      module: ProjectorModule,
      providers: [
        { provide: ProjectorLifecycle, useValue: new ProjectorLifecycle(projection, clock) },
        { provide: OPERATED_PROJECTION, useValue: projection },
        ...(guard === undefined ? [] : [{ provide: APP_GUARD, useValue: guard }]),
      ],
    };
  }
}
