import {
  Module,
  type DynamicModule,
  type FactoryProvider,
  type ModuleMetadata,
} from '@nestjs/common';

import { PortalController } from './portal.controller';
import { loadPublicFiles } from './public-files';
import type { RankingReader } from './ranking-reader';
import { PUBLIC_FILES, RANKING_READER } from './tokens';

export interface PortalOptions extends Pick<ModuleMetadata, 'imports'> {
  readonly inject?: FactoryProvider['inject'];
  /** Given what `inject` names, from the modules in `imports`. */
  readonly useFactory: FactoryProvider<RankingReader>['useFactory'];
}

/** The web page at `/` and its files below `/portal/`. */
@Module({})
export class PortalModule {
  /** The application that serves the portal says here where rankings are read. */
  static register({ imports = [], inject = [], useFactory }: PortalOptions): DynamicModule {
    return {
      module: PortalModule,
      imports,
      controllers: [PortalController],
      providers: [
        { provide: RANKING_READER, inject, useFactory },
        { provide: PUBLIC_FILES, useFactory: () => loadPublicFiles() },
      ],
    };
  }
}
