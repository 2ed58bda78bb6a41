import { exitCodes } from './exit-codes';

/** Stopped by the person at the keyboard; the message says what became of the work. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Ctrl-C as a signal to work that wants to end in order. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** Ctrl-C ends the process again as it does without this. */
  release(): void;
}

/**
 * Milliseconds in which further signals are the first one again: under npm, Ctrl-C arrives twice,
 * from the terminal and passed on by npm.
 */
const echo = 500;

/** From now on the first Ctrl-C aborts the signal; a later one leaves at once. */
export function catchInterruption(): Interruption {
  const controller = new AbortController();
  let first = 0;
  const onSignal = (): void => {
    if (!controller.signal.aborted) {
      first = performance.now();
      controller.abort();
    } else if (performance.now() - first > echo) {
      process.exit(exitCodes.interrupted);
    }
  };
  process.on('SIGINT', onSignal);
  return {
    signal: controller.signal,
    release: () => {
      process.removeListener('SIGINT', onSignal);
    },
  };
}
