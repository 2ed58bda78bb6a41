import { createTokenVerifier } from '@jejak/access';
import { type Settings, version } from '@jejak/config';
import { type EventStore, createLedger, formatPosition } from '@jejak/event-store';
import { createApplication } from '@jejak/http';
import {
  type ProjectionRuntime,
  anyView,
  createProjectionRuntime,
  createViewPositions,
} from '@jejak/projection';
import { type Logger, NestLogger, createLogger } from '@jejak/telemetry';
import { allViews } from '@jejak/views';
import { mkdir } from 'node:fs/promises';
import { type AddressInfo } from 'node:net';
import { resolve } from 'node:path';

import { StandaloneModule } from './application';
import { assertPortFree } from './port';
import { readinessFrom } from './readiness';
import { type StartupFacts } from './startup-block';
import { type OpenStores, openStores } from './stores';
import { tokenRulesOf } from './token-rules';

/** Everything, running in one process. */
export interface Standalone {
  readonly url: string;
  /** Position of the newest event as text; null while there is none. */
  headPosition(): Promise<string | null>;
  /** What a person or a program is told once the service is up; `next` is a command to try. */
  facts(next: string): StartupFacts;
  /** Settles when an embedded store died by itself. */
  readonly failed: Promise<Error>;
  /** Stops taking requests, drains the projector, closes the stores; within about 10 s. */
  stop(): Promise<void>;
}

/**
 * Starts stores, projector and both APIs on one port. What was started is stopped again when a
 * later step fails.
 * @throws PortBusy before anything is touched
 */
export async function startStandalone(settings: Settings): Promise<Standalone> {
  await assertPortFree(settings.host, settings.port);
  await mkdir(settings.dataDirectory, { recursive: true });
  const logger = createLogger({ name: 'jejak', level: settings.logLevel });
  const stores = await openStores(settings);
  try {
    return await startOn(stores, settings, logger);
  } catch (error) {
    await stores.close();
    throw error;
  }
}

async function startOn(
  stores: OpenStores,
  settings: Settings,
  logger: Logger,
): Promise<Standalone> {
  const { eventStore, mongo, description, failed } = stores;
  const database = mongo.db(settings.mongoDatabase);
  const projection = createProjectionRuntime({
    store: eventStore,
    db: database,
    views: allViews.map(anyView),
    logger: ({ level, message, ...rest }) => {
      logger[level](rest, message);
    },
  });
  const app = await createApplication(
    StandaloneModule.with({
      eventStore,
      ledger: createLedger({ store: eventStore }),
      tokenVerifier: createTokenVerifier(await tokenRulesOf(settings)),
      database,
      positions: createViewPositions({ db: database }),
      readReadiness: readinessFrom(database, projection),
    }),
    {
      logger: new NestLogger(logger),
      api: {
        title: 'Jejak',
        description: 'An event-sourced integrity ledger for local governments.',
        version,
      },
    },
  );
  const stop = async (): Promise<void> => {
    await app.close();
    await projection.stop();
    await stores.close();
  };
  try {
    await projection.start();
    await app.listen({ host: settings.host, port: settings.port });
  } catch (error) {
    await projection.stop();
    await app.close();
    throw error;
  }
  await firstCatchUp(eventStore, projection);
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://${settings.host}:${port}`;
  const embedded = settings.eventStoreUrl === null || settings.mongoUrl === null;
  return {
    url,
    headPosition: async () => {
      const head = await eventStore.head();
      return head && formatPosition(head);
    },
    facts: (next) => ({
      version,
      url,
      ...description,
      lagSeconds: lagOf(projection.status()),
      dataDirectory: embedded ? resolve(settings.dataDirectory) : null,
      next,
    }),
    failed,
    stop,
  };
}

/** Milliseconds the start waits for the views; a long rebuild goes on while the service is up. */
const catchUpPatience = 2_000;

async function firstCatchUp(eventStore: EventStore, projection: ProjectionRuntime): Promise<void> {
  const head = await eventStore.head();
  const names = allViews.map(({ name }) => name);
  if (head !== null) await projection.waitFor(names, head, catchUpPatience);
}

/** Of the view furthest behind; null while one of them knows nothing of its lag. */
function lagOf(views: readonly { readonly lagSeconds: number | null }[]): number | null {
  return views.reduce<number | null>(
    (lag, { lagSeconds }) =>
      lag === null || lagSeconds === null ? null : Math.max(lag, lagSeconds),
    0,
  );
}
