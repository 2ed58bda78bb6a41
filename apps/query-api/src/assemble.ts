import { type SettingsOf } from '@jejak/config';
import { readinessOf } from '@jejak/http';
import { createViewStandings } from '@jejak/projection';
import {
  type ServiceParts,
  type ServiceTools,
  openEventStore,
  openReadStore,
  readStoreHealth,
} from '@jejak/service';
import { allViews } from '@jejak/views';

import { viewsHealth } from './health';
import { QueryApiModule } from './query-api.module';
import { portalOver } from './ranking/portal-ranking';

/** The query API as a process, with the portal. The event store is read for single streams only. */
export function queryApiParts(
  { eventStoreUrl, mongoUrl, mongoDatabase }: SettingsOf<'query-api'>,
  { closings }: ServiceTools,
): ServiceParts {
  const eventStore = openEventStore(eventStoreUrl, closings);
  const database = openReadStore(mongoUrl, closings).db(mongoDatabase);
  const standings = createViewStandings({ db: database });
  const queryApi = QueryApiModule.with({ eventStore, database, standings });
  return {
    modules: [queryApi, portalOver(queryApi)],
    readReadiness: async () => {
      const readStore = await readStoreHealth(database);
      // Asked in this order: a store that is away is not waited for twice.
      const views = readStore.ready
        ? await viewsHealth(standings, allViews)
        : { ready: false, error: 'The read store does not answer' };
      return readinessOf({ 'read store': readStore, views });
    },
    api: {
      title: 'Jejak: queries',
      description: 'Reads an integrity ledger for local governments.',
    },
  };
}
