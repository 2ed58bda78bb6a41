import { createTokenVerifier } from '@jejak/access';
import { type SettingsOf } from '@jejak/config';
import { createLedger } from '@jejak/event-store';
import { readinessOf } from '@jejak/http';
import {
  type ServiceParts,
  type ServiceTools,
  eventStoreHealth,
  openEventStore,
  tokenRulesOf,
  vaultOf,
} from '@jejak/service';

import { CommandApiModule } from './command-api.module';

/** The command API as a process: it knows the event store and nothing of the views. */
export async function commandApiParts(
  settings: SettingsOf<'command-api'>,
  { closings }: ServiceTools,
): Promise<ServiceParts> {
  const tokenVerifier = createTokenVerifier(await tokenRulesOf(settings));
  const eventStore = openEventStore(settings.eventStoreUrl, closings);
  return {
    modules: [
      CommandApiModule.with({
        ledger: createLedger({ store: eventStore }),
        tokenVerifier,
        vault: await vaultOf(settings),
      }),
    ],
    readReadiness: async () => readinessOf({ 'event store': await eventStoreHealth(eventStore) }),
    api: {
      title: 'Jejak: commands',
      description: 'Records facts in an integrity ledger for local governments.',
    },
  };
}
