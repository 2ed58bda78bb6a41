import { type Stoppable, stopOnSignal } from './stop-on-signal';
import { type StartupFacts, announce } from './startup-block';

/** Says that a service is up and resolves once a signal has stopped it. Rejects when it failed. */
export async function runService(service: Stoppable, facts: StartupFacts): Promise<void> {
  const stopped = stopOnSignal(service);
  announce(facts);
  await stopped;
}

/**
 * The whole life of a process: exit code 0 after a stop that was asked for, 1 with one message on
 * standard error when it could not start or failed.
 */
export function runProgram(run: () => Promise<void>): void {
  const failed = (error: unknown): void => {
    process.stderr.write(`${messageOf(error)}\n`);
    process.exitCode = 1;
  };
  run().catch(failed);
}

/** An error with a code says all there is to say; of any other the stack is needed. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? error.message : (error.stack ?? error.message);
}
