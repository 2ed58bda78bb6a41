import { createTokenVerifier } from '@jejak/access';
import { type SettingsOf } from '@jejak/config';
import {
  type ServiceParts,
  type ServiceTools,
  openEventStore,
  openReadStore,
  tokenRulesOf,
} from '@jejak/service';

import { projectionOf } from './projection';
import { ProjectorModule } from './projector.module';
import { projectorReadiness } from './readiness';

/** The projector as a process: it follows the log, and maintainers operate it. */
export async function projectorParts(
  settings: SettingsOf<'projector'>,
  { logger, metrics, closings }: ServiceTools,
): Promise<ServiceParts> {
  const { eventStoreUrl, mongoUrl, mongoDatabase } = settings;
  const tokenVerifier = createTokenVerifier(await tokenRulesOf(settings));
  const eventStore = openEventStore(eventStoreUrl, closings);
  const database = openReadStore(mongoUrl, closings).db(mongoDatabase);
  const projection = projectionOf({ eventStore, database, logger, metrics });
  return {
    modules: [ProjectorModule.with(projection, { tokenVerifier })],
    readReadiness: projectorReadiness({ eventStore, database, projection }),
    api: {
      title: 'Jejak: operations',
      description: 'Rebuilds views and releases parked events of an integrity ledger.',
    },
  };
}
