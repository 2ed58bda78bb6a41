import { createTokenVerifier } from '@jejak/access';
import { type Settings } from '@jejak/config';
import { type EventStore, createLedger } from '@jejak/event-store';
import { type ProjectionRuntime, createViewStandings } from '@jejak/projection';
import { type ServiceParts, type ServiceTools, tokenRulesOf } from '@jejak/service';

import { CommandApiModule } from '../../command-api/src/command-api.module';
import { projectionOf } from '../../projector/src/projection';
import { ProjectorModule } from '../../projector/src/projector.module';
import { projectorReadiness } from '../../projector/src/readiness';
import { QueryApiModule } from '../../query-api/src/query-api.module';
import { portalOver } from '../../query-api/src/ranking/portal-ranking';
import { type OpenStores, openStores } from './stores';

export interface StandaloneParts extends ServiceParts {
  readonly eventStore: EventStore;
  readonly projection: ProjectionRuntime;
  readonly description: OpenStores['description'];
}

/** The data folder of an embedded read store is locked: whoever has it is the only writer. */
const onlyWriter = 'standalone';

/** What the services are, in one process: both APIs, the portal and the projector. */
export async function standaloneParts(
  settings: Settings,
  { logger, metrics, closings }: ServiceTools,
): Promise<StandaloneParts> {
  const { eventStore, mongo, description, failed } = await openStores(settings, closings);
  const database = mongo.db(settings.mongoDatabase);
  const projection = projectionOf({
    eventStore,
    database,
    logger,
    metrics,
    ...(settings.mongoUrl === null ? { writer: onlyWriter } : {}),
  });
  const queryApi = QueryApiModule.with({
    eventStore,
    database,
    standings: createViewStandings({ db: database }),
  });
  return {
    eventStore,
    projection,
    description,
    failed,
    modules: [
      CommandApiModule.with({
        ledger: createLedger({ store: eventStore }),
        tokenVerifier: createTokenVerifier(await tokenRulesOf(settings)),
      }),
      queryApi,
      portalOver(queryApi),
      ProjectorModule.with(projection),
    ],
    readReadiness: projectorReadiness({ eventStore, database, projection }),
    api: {
      title: 'Jejak',
      description: 'An event-sourced integrity ledger for local governments.',
    },
  };
}
