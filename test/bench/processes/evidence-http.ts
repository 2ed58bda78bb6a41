import { createTokenVerifier, EVERYWHERE, openBuiltInIssuer, type Role } from '@jejak/access';
import { scorecardStream } from '@jejak/domain';
import { createEventStore, createLedger } from '@jejak/event-store';
import { createApplication } from '@jejak/http';
import { createLogger, NestLogger } from '@jejak/telemetry';

import { CommandApiModule } from '../../../apps/command-api/src/command-api.module';
import { opened } from '../country/events';
import { spent } from '../measure';
import { newEvent } from '../workload';
import { serve } from './serve';

interface Setting {
  readonly connectionString: string;
  readonly directory: string;
  /** Regions whose uploads are open. */
  readonly regions: readonly string[];
}

/** The command API over the country's log, with scorecards of the year after that take evidence. */
async function evidenceHttp({ connectionString, directory, regions }: Setting) {
  const store = createEventStore({ connectionString });
  for (const region of regions) {
    const stream = scorecardStream({ region, instrument: 'MCP', year: 2025 });
    await store.append(stream, 'none', [newEvent(opened(region, 2025, null))]);
  }
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
    token: (as: Role) => issuer.issueToken({ as, regions: [EVERYWHERE] }),
  };
  const stop = async (): Promise<void> => {
    await app.close();
    await store.close();
  };
  return { methods, stop };
}

export type EvidenceSide = Awaited<ReturnType<typeof evidenceHttp>>['methods'];

serve(evidenceHttp);
