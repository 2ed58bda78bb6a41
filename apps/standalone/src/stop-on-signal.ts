/** What can be stopped, and what may end by itself. */
export interface Stoppable {
  stop(): Promise<void>;
  /** Settles when a part the service cannot do without died. */
  readonly failed: Promise<Error>;
}

/**
 * Resolves after the first SIGINT or SIGTERM, once the service has drained. A second signal does not
 * wait. Rejects, after stopping, when the service failed by itself.
 */
export function stopOnSignal(service: Stoppable): Promise<void> {
  return new Promise((resolve, reject) => {
    let stopping = false;
    const stop = (): void => {
      if (stopping) process.exit(130);
      stopping = true;
      service.stop().then(resolve, reject);
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    void service.failed.then((error) => {
      if (stopping) return;
      stopping = true;
      service.stop().then(() => {
        reject(error);
      }, reject);
    });
  });
}
