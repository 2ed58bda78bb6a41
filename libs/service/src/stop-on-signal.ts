/** What can be stopped, and what may end by itself. */
export interface Stoppable {
  stop(): Promise<void>;
  /** Settles when a part the service cannot do without died. */
  readonly failed: Promise<Error>;
}

/** The service did not drain in time; what it was doing is found again at the next start. */
export class StopTookTooLong extends Error {
  override readonly name = 'StopTookTooLong';
  readonly code = 'stop.took-too-long';
  constructor(readonly milliseconds: number) {
    super(`The service had not stopped after ${milliseconds} ms and was ended.`);
  }
}

/** Milliseconds a stop may take: container engines kill after 10 s. */
const patience = 9_500;

/**
 * Milliseconds in which further signals are the first one again: under npm, Ctrl-C arrives twice,
 * from the terminal and passed on by npm.
 */
const echo = 500;

/**
 * Resolves after the first SIGINT or SIGTERM, once the service has drained. A later signal does not
 * wait, and neither does a drain that takes too long: both end the process. Rejects, after stopping,
 * when the service failed by itself.
 */
export function stopOnSignal(service: Stoppable): Promise<void> {
  return new Promise((resolve, reject) => {
    let stopping = false;
    let stoppingSince = 0;
    const stop = async (): Promise<void> => {
      stopping = true;
      stoppingSince = performance.now();
      const deadline = setTimeout(() => {
        process.stderr.write(`${new StopTookTooLong(patience).message}\n`);
        process.exit(1);
      }, patience);
      await service.stop();
      clearTimeout(deadline);
    };
    const onSignal = (): void => {
      if (!stopping) stop().then(resolve, reject);
      else if (performance.now() - stoppingSince > echo) process.exit(130);
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
    void service.failed.then((error) => {
      if (stopping) return;
      stop().then(() => {
        reject(error);
      }, reject);
    });
  });
}
