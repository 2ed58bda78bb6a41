import { createTokenVerifier } from '@jejak/access';
import { type SettingsOf } from '@jejak/config';
import { createLedger } from '@jejak/event-store';
import { createViewStandings } from '@jejak/projection';
import {
  type ServiceParts,
  type ServiceTools,
  openEventStore,
  openReadStore,
  tokenRulesOf,
} from '@jejak/service';

import { clockOf } from './deadline/clock-of';
import { projectionOf } from './projection';
import { ProjectorModule } from './projector.module';
import { projectorReadiness } from './readiness';

/** The projector as a process: it follows the log and the clock, and maintainers operate it. */
export async function projectorParts(
  settings: SettingsOf<'projector'>,
  { logger, metrics, closings }: ServiceTools,
): Promise<ServiceParts> {
  const { eventStoreUrl, mongoUrl, mongoDatabase } = settings;
  const tokenVerifier = createTokenVerifier(await tokenRulesOf(settings));
  const eventStore = openEventStore(eventStoreUrl, closings);
  const database = openReadStore(mongoUrl, closings).db(mongoDatabase);
  const projection = projectionOf({ eventStore, database, logger, metrics });
  const clockMilliseconds = settings.clockSeconds * 1_000;
  const clock = clockOf({
    ...{ eventStore, database, projection, logger, metrics },
    ledger: createLedger({ store: eventStore }),
    standings: createViewStandings({ db: database }),
    intervalMilliseconds: clockMilliseconds,
  });
  return {
    modules: [ProjectorModule.with(projection, clock, { tokenVerifier })],
    readReadiness: projectorReadiness({
      eventStore,
      database,
      projection,
      clock,
      clockMilliseconds,
    }),
    api: {
      title: 'Jejak: operations',
      description: 'Rebuilds views and releases parked events of an integrity ledger.',
    },
  };
}
