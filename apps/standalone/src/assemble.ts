import { createTokenVerifier } from '@jejak/access';
import { type Settings } from '@jejak/config';
import { type EventStore, createLedger } from '@jejak/event-store';
import { type ProjectionRuntime, createViewStandings } from '@jejak/projection';
import { type ServiceParts, type ServiceTools, tokenRulesOf, vaultOf } from '@jejak/service';

import { CommandApiModule } from '../../command-api/src/command-api.module';
import { clockOf } from '../../projector/src/deadline/clock-of';
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
  const ledger = createLedger({ store: eventStore });
  const standings = createViewStandings({ db: database });
  const clockMilliseconds = settings.clockSeconds * 1_000;
  const clock = clockOf({
    ...{ eventStore, ledger, database, standings, projection, logger, metrics },
    intervalMilliseconds: clockMilliseconds,
  });
  const queryApi = QueryApiModule.with({ eventStore, database, standings });
  return {
    eventStore,
    projection,
    description,
    failed,
    modules: [
      CommandApiModule.with({
        ledger,
        tokenVerifier: createTokenVerifier(await tokenRulesOf(settings)),
        vault: await vaultOf(settings),
      }),
      queryApi,
      portalOver(queryApi),
      ProjectorModule.with(projection, clock),
    ],
    readReadiness: projectorReadiness({
      eventStore,
      database,
      projection,
      clock,
      clockMilliseconds,
    }),
    api: {
      title: 'Jejak',
      description: 'An event-sourced integrity ledger for local governments.',
    },
  };
}
