import { type SettingsOf } from '@jejak/config';
import {
  type ServiceParts,
  type ServiceTools,
  openEventStore,
  openReadStore,
} from '@jejak/service';

import { projectionOf } from './projection';
import { ProjectorModule } from './projector.module';
import { projectorReadiness } from './readiness';

/** The projector as a process: no API of its own, only its health. */
export function projectorParts(
  { eventStoreUrl, mongoUrl, mongoDatabase }: SettingsOf<'projector'>,
  { logger, metrics, closings }: ServiceTools,
): ServiceParts {
  const eventStore = openEventStore(eventStoreUrl, closings);
  const database = openReadStore(mongoUrl, closings).db(mongoDatabase);
  const projection = projectionOf({ eventStore, database, logger, metrics });
  return {
    modules: [ProjectorModule.with(projection)],
    readReadiness: projectorReadiness({ eventStore, database, projection }),
  };
}
