import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type InThread, type ThreadMessage } from './serve-thread';
import { nodeOptionsFor } from './sources';

/** How long the exit of a process waits for its node to close its files, in milliseconds. */
const patience = 5_000;

/**
 * A node in a worker thread. `stop` asks it to end and waits. A thread is never ended from outside:
 * one that has a transaction of LMDB open then never ends, and hangs the process at its exit (see
 * `abandon`). So a process that exits without having stopped its node stops it too, and waits; should that not be
 * enough, it kills itself, which loses nothing that was acknowledged.
 */
export class NodeThread<Settings, Facts> {
  /** When the thread has ended: the reason it gave, or the error that ended it. */
  readonly ended: Promise<Error>;
  private readonly worker: Worker;
  private reason: Error | undefined;
  private readonly closed = new Int32Array(new SharedArrayBuffer(4));

  /**
   * `file` is without its extension: the compiled JavaScript, or from sources the TypeScript with its
   * loader, is told by `beside`, a file of the same make. It calls `serveThread`.
   */
  constructor(
    private readonly name: string,
    file: string,
    beside: string,
    settings: Settings,
  ) {
    const execArgv = nodeOptionsFor(beside);
    const workerData: InThread<Settings> = { settings, closed: this.closed };
    this.worker = new Worker(`${file}${extname(beside)}`, { workerData, execArgv });
    this.ended = this.endOf(this.worker);
    process.once('exit', this.stopForExit);
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

  /**
   * Ends the thread at once, for this reason. Only for a directory that another process has taken: a
   * process that may hang at its exit does less harm than one that goes on writing there.
   */
  abandon(reason: Error): void {
    this.reason ??= reason;
    void this.worker.terminate();
  }

  private readonly stopForExit = (): void => {
    this.worker.postMessage('stop');
    const outcome = Atomics.wait(this.closed, 0, 0, patience);
    if (outcome === 'timed-out') process.kill(process.pid, 'SIGKILL');
  };

  private endOf(worker: Worker): Promise<Error> {
    worker.on('message', (message: ThreadMessage<Facts>) => {
      if (message.kind === 'failed') {
        this.reason = Object.assign(new Error(message.message), { code: message.code });
      }
    });
    worker.on('error', (error) => {
      this.reason ??= error;
    });
    return new Promise((resolve) => {
      worker.on('exit', (code) => {
        process.off('exit', this.stopForExit);
        resolve(this.reason ?? new Error(`the thread of the ${this.name} ended with code ${code}`));
      });
    });
  }
}
