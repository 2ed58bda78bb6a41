import { type TokenVerifier } from '@jejak/access';
import { refusalCodes } from '@jejak/domain';
import { type EventStore, type Ledger } from '@jejak/event-store';
import {
  HealthModule,
  ProblemCatalogueController,
  REFUSAL_CODES,
  type ReadReadiness,
} from '@jejak/http';
import { type ViewPositions } from '@jejak/projection';
import { type DynamicModule, Module } from '@nestjs/common';
import { type Db } from 'mongodb';

import { CommandApiModule } from '../../command-api/src/command-api.module';
import { QueryApiModule } from '../../query-api/src/query-api.module';
import { portalOver } from '../../query-api/src/ranking/portal-ranking';

/** What the services share when they run in one process. */
export interface StandaloneParts {
  readonly eventStore: EventStore;
  readonly ledger: Ledger;
  readonly tokenVerifier: TokenVerifier;
  readonly database: Db;
  readonly positions: ViewPositions;
  readonly readReadiness: ReadReadiness;
}

/** Both APIs and the portal behind one port. */
@Module({})
export class StandaloneModule {
  static with(parts: StandaloneParts): DynamicModule {
    const queryApi = QueryApiModule.with(parts);
    return {
      module: StandaloneModule,
      imports: [
        CommandApiModule.with(parts),
        queryApi,
        portalOver(queryApi),
        HealthModule.with(parts.readReadiness),
      ],
      controllers: [ProblemCatalogueController],
      providers: [{ provide: REFUSAL_CODES, useValue: refusalCodes }],
    };
  }
}
