import { lockDirectory, NodeThread } from '@jejak/embedded-node';
import { join, resolve as absolutePath } from 'node:path';
import { connectionStringOf, listeningOf, socketConnectionStringOf } from './listening';
import { type EmbeddedReadStoreOptions } from './options';
// The type comes from the worker's own file so that a compiler that follows imports emits that file.
import { type WorkerSettings } from './worker/main';
import { type NodeFacts } from './worker/protocol';

export interface EmbeddedReadStore {
  /** For the official driver; for a node on a Unix socket only, the socket's path, escaped. */
  readonly connectionString: string;
  /** The connection string of the Unix socket; null without one. */
  readonly socketConnectionString: string | null;
  /** 0 when there is a Unix socket only. */
  readonly port: number;
  /** Collections there were when it was opened. */
  readonly found: { readonly collections: number };
  /** Answers or interrupts what was begun, frees the directory. Within five seconds. */
  stop(): Promise<void>;
  /** Settles, with the reason, only when the node ends without having been asked to. */
  readonly failed: Promise<Error>;
}

/** As in MongoDB. */
const defaultCursorTimeout = 10 * 60 * 1000;

/**
 * Starts a node in a thread of its own and answers when it takes connections. Rejects with an error
 * that has a `code`: `remote-refused` or `options-contradictory` before anything is touched;
 * `directory-locked` (another live process has it), `port-unavailable`, `socket-unavailable`,
 * `format-unknown`, `unflushed`; or the system's code (`EACCES`, `ENOTDIR`, ...) when the directory cannot be used.
 */
export async function startEmbeddedReadStore(
  options: EmbeddedReadStoreOptions,
): Promise<EmbeddedReadStore> {
  const listening = listeningOf(options);
  const { faults = false, cursorTimeout = defaultCursorTimeout, flush = 'disk' } = options;
  const directory = absolutePath(options.directory);
  const lock = await lockDirectory(directory);
  const settings: WorkerSettings = { directory, listening, faults, cursorTimeout, flush };
  const main = join(__dirname, 'worker', 'main');
  const thread = new NodeThread<WorkerSettings, NodeFacts>(
    'read store',
    main,
    __filename,
    settings,
  );
  void lock.lost.then((error) => {
    thread.abandon(error);
  });
  const ended = thread.ended.then(async (reason) => {
    await lock.release();
    return reason;
  });
  try {
    const { port, collections } = await thread.started();
    let stopping: Promise<void> | undefined;
    return {
      connectionString: connectionStringOf(listening, port),
      socketConnectionString: socketConnectionStringOf(listening),
      port: port ?? 0,
      found: { collections },
      stop: () => (stopping ??= thread.stop().then(() => ended.then(() => undefined))),
      failed: new Promise((resolve) => {
        void ended.then((reason) => {
          if (stopping === undefined) resolve(reason);
        });
      }),
    };
  } catch (error) {
    await ended;
    throw error;
  }
}
