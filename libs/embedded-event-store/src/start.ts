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
    const file = join(__dirname, 'worker');
    const settings: NodeOptions = { directory, listening };
    const thread = new NodeThread<NodeOptions, NodeFacts>(
      'event store',
      file,
      __filename,
      settings,
    );
    void lock.lost.then((error) => {
      thread.abandon(error);
    });
    const { port, events, position } = await thread.started();
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
