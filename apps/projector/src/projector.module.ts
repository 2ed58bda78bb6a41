import {
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type InjectionToken,
  type ModuleMetadata,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { EventStore } from '@jejak/event-store';
import {
  createProjectionRuntime,
  type AnyView,
  type ProjectionRuntime,
  type ProjectionSettings,
} from '@jejak/projection';
import type { Db } from 'mongodb';

/** Injects the `ProjectionRuntime` of this process. */
export const PROJECTION_RUNTIME = Symbol('PROJECTION_RUNTIME');

export interface ProjectorOptions {
  /** Modules that provide the two stores, unless they are global. */
  readonly imports?: ModuleMetadata['imports'];
  /** Token of the `EventStore` to follow. */
  readonly eventStore: InjectionToken<EventStore>;
  /** Token of the `Db` to fill. */
  readonly database: InjectionToken<Db>;
  readonly views: readonly AnyView[];
  readonly settings?: ProjectionSettings;
}

/** Follows the log from bootstrap on and drains before the stores are closed at shutdown. */
class ProjectorLifecycle implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(private readonly runtime: ProjectionRuntime) {}

  onApplicationBootstrap(): Promise<void> {
    return this.runtime.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.runtime.stop();
  }
}

/**
 * The projector as a module. An application that uses it enables shutdown hooks and closes its
 * stores in `onApplicationShutdown`, which comes after the drain.
 */
@Module({})
export class ProjectorModule {
  static register(options: ProjectorOptions): DynamicModule {
    const { imports = [], eventStore, database, views, settings = {} } = options;
    return {
      module: ProjectorModule,
      imports,
      providers: [
        {
          provide: PROJECTION_RUNTIME,
          useFactory: (store: EventStore, db: Db) =>
            createProjectionRuntime({ ...settings, store, db, views }),
          inject: [eventStore, database],
        },
        {
          provide: ProjectorLifecycle,
          useFactory: (runtime: ProjectionRuntime) => new ProjectorLifecycle(runtime),
          inject: [PROJECTION_RUNTIME],
        },
      ],
      exports: [PROJECTION_RUNTIME],
    };
  }
}
