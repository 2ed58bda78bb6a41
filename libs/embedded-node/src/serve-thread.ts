import { parentPort, workerData } from 'node:worker_threads';

/** What the thread of a node tells its starter. `code` is one the starter may hand to a program. */
export type ThreadMessage<Facts> =
  | { readonly kind: 'started'; readonly facts: Facts }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

/** What a thread is started with. */
export interface InThread<Settings> {
  readonly settings: Settings;
  /** 1 once the node has closed its files. */
  readonly closed: Int32Array<SharedArrayBuffer>;
}

export interface ServedNode<Facts> {
  readonly facts: Facts;
  stop(): Promise<void>;
}

/**
 * The whole of a node's thread: starts the node, says so, and stops it when asked. `fail`, which
 * `start` is given, ends the thread at once: nothing may be written or answered after a failed commit.
 */
export function serveThread<Facts>(
  start: (settings: never, fail: (error: unknown) => void) => Promise<ServedNode<Facts>>,
): void {
  // The starter's types say that these are the settings `start` takes.
  const { settings, closed } = workerData as InThread<never>;
  const tell = (message: ThreadMessage<Facts>): void => parentPort?.postMessage(message);
  const end = (code: number): void => {
    Atomics.store(closed, 0, 1);
    Atomics.notify(closed, 0);
    process.exit(code);
  };
  const fail = (error: unknown): void => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    tell({ kind: 'failed', code, message: error instanceof Error ? error.message : String(error) });
    end(1);
  };
  start(settings, fail).then((node) => {
    parentPort?.once('message', () => {
      node.stop().then(() => {
        end(0);
      }, fail);
    });
    tell({ kind: 'started', facts: node.facts });
  }, fail);
}
