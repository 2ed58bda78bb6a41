import { join, resolve as absolutePath } from 'node:path';
import { lockDirectory, NodeThread } from '@jejak/embedded-node';
import { connectionStringOf, listeningOf, socketAddressOf } from './listening';
import { type EmbeddedEventStoreOptions } from './options';
import { type NodeFacts, type NodeOptions } from './worker-messages';

export interface EmbeddedEventStore {
  /**
   * For the official client, `esdb://127.0.0.1:2113?tls=false`; for a node on a Unix socket only,
   * which that client's connection strings cannot say, `unix:///path`.
   */
  readonly connectionString: string;
  /** 0 when there is a Unix socket only. */
  readonly port: number;
  /** `unix:///path`; null without a socket. */
  readonly socketAddress: string | null;
  /** Events in the log when it was opened, and the position of the last; null when there is none. */
  readonly found: { readonly events: number; readonly position: number | null };
  /** Answers what was accepted, ends open calls, frees the directory. Within five seconds. */
  stop(): Promise<void>;
  /** Resolves, with the reason, if the node dies by itself; what was acknowledged is on disk. */
  readonly failed: Promise<Error>;
}

/**
 * Starts a node in a worker thread. Rejects with an error that has a `code`: `remote-refused`,
 * `tls-unusable` or `options-contradictory` before anything is touched; `directory-locked` (another
 * live process has it), `log-unreadable` (damaged, or no log), `log-cut-short` (its end is missing),
 * `port-unavailable`, `socket-unavailable`; or the system's code (`EACCES`, `ENOTDIR`, ...) when the
 * directory cannot be used.
 */
export async function startEmbeddedEventStore(
  options: EmbeddedEventStoreOptions,
): Promise<EmbeddedEventStore> {
  const listening = listeningOf(options);
  const directory = absolutePath(options.directory);
  const lock = await lockDirectory(directory);
  try {
    const worker = startWorker({ directory, listening });
    const ended = endOf(worker, lock.lost);
    const { port, events, position } = await factsOf(worker, ended);
    let stopping = false;
    const failed = new Promise<Error>((resolve) => {
      void thread.ended.then(async (reason) => {
        await lock.release();
        if (!stopping) resolve(reason);
      });
    });
    const stop = async (): Promise<void> => {
      stopping = true;
      await thread.stop();
      await lock.release();
    };
    return {
      connectionString: connectionStringOf(listening, port),
      port: port ?? 0,
      socketAddress: socketAddressOf(listening),
      found: { events, position },
      stop,
      failed,
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Compiled, the worker is the JavaScript beside; from sources it needs the TypeScript loader. */
function startWorker(workerData: NodeOptions): Worker {
  const file = __filename.replace(/start(\.[jt]s)$/u, 'worker$1');
  const execArgv = file.endsWith('.ts') ? ['--require', require.resolve('@swc-node/register')] : [];
  return new Worker(file, { workerData, execArgv });
}

/**
 * Resolves when the thread has ended, with the reason it gave or the error that ended it. It is
 * ended when the directory is no longer its own.
 */
function endOf(worker: Worker, lost: Promise<Error>): Promise<Error> {
  let reason: Error | undefined;
  void lost.then((error) => {
    reason = error;
    return worker.terminate();
  });
  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'failed') {
      reason = Object.assign(new Error(message.message), { code: message.code });
    }
  });
  worker.on('error', (error) => {
    reason ??= error;
  });
  return new Promise((resolve) => {
    worker.on('exit', (code) => {
      resolve(reason ?? new Error(`the event store's thread ended with code ${code}`));
    });
  });
}

function factsOf(worker: Worker, ended: Promise<Error>): Promise<NodeFacts> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'listening') resolve(message);
    });
    void ended.then(reject);
  });
}
