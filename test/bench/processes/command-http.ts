import { createTokenVerifier, EVERYWHERE, openBuiltInIssuer } from '@jejak/access';
import { createEventStore, createLedger } from '@jejak/event-store';
import { createApplication } from '@jejak/http';
import { createLogger, NestLogger } from '@jejak/telemetry';

import { CommandApiModule } from '../../../apps/command-api/src/command-api.module';
import { spent } from '../measure';
import { inFlight, seedScorecards } from '../workload';
import { serve } from './serve';

interface Setting {
  readonly connectionString: string;
  readonly directory: string;
  readonly instrument: string;
}

/** The command side as the standalone service assembles it, in a process of its own. */
async function commandHttp({ connectionString, directory, instrument }: Setting) {
  const store = createEventStore({ connectionString });
  await seedScorecards(store, instrument, inFlight);
  const issuer = await openBuiltInIssuer({ directory, environment: undefined });
  const app = await createApplication(
    CommandApiModule.with({
      ledger: createLedger({ store }),
      tokenVerifier: createTokenVerifier(issuer),
    }),
    {
      logger: new NestLogger(createLogger({ name: 'jejak', level: 'warn' })),
      api: { title: 'Jejak', description: 'Benchmark', version: '0' },
    },
  );
  await app.listen({ host: '127.0.0.1', port: 0 });
  const methods = {
    spent,
    url: () => app.getUrl(),
    token: () => issuer.issueToken({ as: 'operator', regions: [EVERYWHERE] }),
  };
  const stop = async (): Promise<void> => {
    await app.close();
    await store.close();
  };
  return { methods, stop };
}

serve(commandHttp);
