import { Worker } from 'node:worker_threads';

/** What the thread of a node tells its starter. `code` is one the starter may hand to a program. */
export type ThreadMessage<Facts> =
  | { readonly kind: 'started'; readonly facts: Facts }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

/**
 * A node in a worker thread. `stop` asks it to end and waits: a thread is never ended from outside,
 * for one that is inside LMDB then would hang the process at its exit.
 */
export class NodeThread<Facts> {
  /** When the thread has ended: the reason it gave, or the error that ended it. */
  readonly ended: Promise<Error>;
  private readonly worker: Worker;

  /**
   * `file` without its extension: the compiled JavaScript, or from sources the TypeScript with its
   * loader, is told by `beside`, a file of the same make.
   */
  constructor(
    private readonly name: string,
    file: string,
    beside: string,
    workerData: unknown,
  ) {
    const isSource = beside.endsWith('.ts');
    const execArgv = isSource ? ['--require', require.resolve('@swc-node/register')] : [];
    this.worker = new Worker(`${file}${isSource ? '.ts' : '.js'}`, { workerData, execArgv });
    this.ended = this.endOf(this.worker);
  }

  /** Resolves with what the node says of itself; rejects with why it did not start. */
  started(): Promise<Facts> {
    return new Promise((resolve, reject) => {
      this.worker.on('message', (message: ThreadMessage<Facts>) => {
        if (message.kind === 'started') resolve(message.facts);
      });
      void this.ended.then(reject);
    });
  }

  /** Resolves when it has ended. */
  async stop(): Promise<void> {
    this.worker.postMessage('stop');
    await this.ended;
  }

  private endOf(worker: Worker): Promise<Error> {
    let reason: Error | undefined;
    worker.on('message', (message: ThreadMessage<Facts>) => {
      if (message.kind === 'failed') {
        reason = Object.assign(new Error(message.message), { code: message.code });
      }
    });
    worker.on('error', (error) => {
      reason ??= error;
    });
    return new Promise((resolve) => {
      worker.on('exit', (code) => {
        resolve(reason ?? new Error(`the thread of the ${this.name} ended with code ${code}`));
      });
    });
  }
}
