import { createEventStore } from '@jejak/event-store';
import { createApplication } from '@jejak/http';
import { createViewStandings } from '@jejak/projection';
import { createLogger, NestLogger } from '@jejak/telemetry';
import { MongoClient } from 'mongodb';

import { QueryApiModule } from '../../../apps/query-api/src/query-api.module';
import { spent } from '../measure';
import { serve } from './serve';

interface Setting {
  readonly connectionString: string;
  readonly readStore: string;
}

/** The query API in a process of its own. */
async function queryHttp({ connectionString, readStore }: Setting) {
  const eventStore = createEventStore({ connectionString });
  const mongo = await MongoClient.connect(readStore);
  const database = mongo.db('jejak');
  const standings = createViewStandings({ db: database });
  const app = await createApplication(QueryApiModule.with({ eventStore, database, standings }), {
    logger: new NestLogger(createLogger({ name: 'jejak', level: 'warn' })),
    api: { title: 'Jejak', description: 'Benchmark', version: '0' },
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const stop = async (): Promise<void> => {
    await app.close();
    await mongo.close();
    await eventStore.close();
  };
  return { methods: { spent, url: () => app.getUrl() }, stop };
}

export type QuerySide = Awaited<ReturnType<typeof queryHttp>>['methods'];

serve(queryHttp);
