import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { lockDirectory } from './directory-lock';
import { EmbeddedReadStoreError } from './embedded-read-store-error';
// The type comes from the worker's own file so that a compiler that follows imports emits that file.
import { type WorkerSettings } from './worker/main';
import { stopMessage, type WorkerMessage } from './worker/protocol';

export interface EmbeddedReadStoreOptions {
  /** Where the documents live; made when it is not there. One node at a time may hold it. */
  readonly directory: string;
  /** Default 127.0.0.1. There is no authentication: never an address others can reach. */
  readonly host?: string;
  /** Default 0: any free port. */
  readonly port?: number;
  /** Whether `configureFailPoint` is a command; for tests only. */
  readonly faults?: boolean;
}

export interface EmbeddedReadStore {
  readonly connectionString: string;
  readonly port: number;
  /** Ends the node: sockets, storage, lock and thread, within five seconds. */
  stop(): Promise<void>;
  /** Settles only when the node ends without having been asked to. */
  readonly failed: Promise<Error>;
}

/** How long a node may take to stop before its thread is ended from outside, in milliseconds. */
const stopLimit = 4_000;

/** The compiled worker beside this file, or its TypeScript source through the SWC loader. */
function startWorker(workerData: WorkerSettings): Worker {
  const compiled = join(__dirname, 'worker', 'main.js');
  if (existsSync(compiled)) return new Worker(compiled, { workerData });
  return new Worker(join(__dirname, 'worker', 'main.ts'), {
    workerData,
    execArgv: ['--require', require.resolve('@swc-node/register')],
  });
}

const exitOf = (worker: Worker): Promise<number> =>
  new Promise((settle) => worker.once('exit', settle));

function failureOf(worker: Worker): Promise<EmbeddedReadStoreError> {
  return new Promise((settle) => {
    worker.once('error', (cause) => {
      const message = cause instanceof Error ? cause.message : String(cause);
      settle(new EmbeddedReadStoreError('READ_STORE_FAILED', message, { cause }));
    });
    worker.once('exit', (code) => {
      const message = `the read store ended by itself with code ${String(code)}`;
      settle(new EmbeddedReadStoreError('READ_STORE_EXITED', message));
    });
  });
}

function portOf(worker: Worker): Promise<number> {
  return new Promise((settle, reject) => {
    worker.once('message', (message: WorkerMessage) => {
      if (message.kind === 'listening') settle(message.port);
      else if (message.kind === 'refused') {
        reject(new EmbeddedReadStoreError(message.code, message.message));
      }
    });
  });
}

async function stopWorker(worker: Worker, exited: Promise<number>): Promise<void> {
  worker.postMessage(stopMessage);
  const timer = setTimeout(() => void worker.terminate(), stopLimit);
  await exited;
  clearTimeout(timer);
}

/**
 * Starts a node in a thread of its own and answers when it takes connections.
 * @throws EmbeddedReadStoreError, whose `code` says why.
 */
export async function startEmbeddedReadStore(
  options: EmbeddedReadStoreOptions,
): Promise<EmbeddedReadStore> {
  const { host = '127.0.0.1', port: wanted = 0, faults = false } = options;
  const directory = resolve(options.directory);
  const unlock = lockDirectory(directory);
  const worker = startWorker({ directory, host, port: wanted, faults });
  const exited = exitOf(worker).finally(unlock);
  const ended = failureOf(worker);
  const refused = ended.then((error): never => {
    throw error;
  });
  try {
    const port = await Promise.race([portOf(worker), refused]);
    const shownHost = host.includes(':') ? `[${host}]` : host;
    let stopping: Promise<void> | undefined;
    return {
      port,
      connectionString: `mongodb://${shownHost}:${String(port)}/?directConnection=true`,
      failed: new Promise((settle) => {
        void ended.then((error) => {
          if (stopping === undefined) settle(error);
        });
      }),
      stop: () => (stopping ??= stopWorker(worker, exited)),
    };
  } catch (error) {
    await exited;
    throw error;
  } finally {
    // From here on `failed` tells of an end; this one only served the start.
    refused.catch(() => undefined);
  }
}
