import { type Settings, version } from '@jejak/config';
import { type ReadReadiness, createApplication } from '@jejak/http';
import {
  type Logger,
  type Metrics,
  NestLogger,
  createLogger,
  createMetrics,
} from '@jejak/telemetry';
import { type DynamicModule } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type AddressInfo } from 'node:net';

import { type Closings, createClosings } from './closings';
import { assertPortFree } from './port';
import { problemOfReadStoreError } from './read-store-problem';
import { ServiceModule } from './service-module';
import { type Stoppable } from './stop-on-signal';

/** What a process is made of, once its stores are open. */
export interface ServiceParts {
  readonly modules: readonly DynamicModule[];
  readonly readReadiness: ReadReadiness;
  /** What its OpenAPI document says it is; absent without a public API. */
  readonly api?: { readonly title: string; readonly description: string };
  /** Settles when a part it cannot do without died; absent when there is none in this process. */
  readonly failed?: Promise<Error>;
}

/** What a process is made with. */
export interface ServiceTools {
  readonly logger: Logger;
  /** What is added here is told at `/metrics`, beside what Node says of the process. */
  readonly metrics: Metrics;
  /** Whatever is opened is handed over here, also for the case that a later step fails. */
  readonly closings: Closings;
}

/** A process that answers at `url`. */
export interface RunningService<Parts> extends Stoppable {
  readonly url: string;
  readonly logger: Logger;
  readonly parts: Parts;
}

const never = new Promise<Error>(() => undefined);

/**
 * Opens what `assemble` opens, then the port. Stopping goes the other way: requests in hand are
 * answered, modules drain, stores close. What was opened is closed again when a later step fails.
 * @throws PortBusy before anything is touched
 */
export async function startService<Parts extends ServiceParts>(
  name: string,
  { host, port, logLevel }: Pick<Settings, 'host' | 'port' | 'logLevel'>,
  assemble: (tools: ServiceTools) => Promise<Parts> | Parts,
): Promise<RunningService<Parts>> {
  await assertPortFree(host, port);
  const logger = createLogger({ name, level: logLevel });
  const metrics = createMetrics();
  const closings = createClosings();
  try {
    const parts = await assemble({ logger, metrics, closings });
    const { modules, readReadiness, api, failed = never } = parts;
    const app = await createApplication(ServiceModule.with(modules, readReadiness, metrics.page), {
      logger: new NestLogger(logger),
      explain: problemOfReadStoreError,
      ...(api === undefined ? {} : { api: { ...api, version } }),
    });
    closings.add(() => drained(app));
    await app.listen({ host, port });
    const url = urlOf(host, (app.getHttpServer().address() as AddressInfo).port);
    return { url, logger, parts, failed, stop: () => closings.close() };
  } catch (error) {
    await closings.close();
    throw error;
  }
}

/**
 * Milliseconds in which requests in hand may finish before their connections are cut: longer than
 * a query waits for its view.
 */
const requestPatience = 5_500;

async function drained(app: NestFastifyApplication): Promise<void> {
  const cut = setTimeout(() => {
    app.getHttpServer().closeAllConnections();
  }, requestPatience);
  await app.close();
  clearTimeout(cut);
}

const urlOf = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
