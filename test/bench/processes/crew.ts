import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Child, startChild } from './child';

/** The processes and the directory of one row. */
export interface Crew {
  readonly directory: string;
  /** `execArgv`: arguments of Node for this process. */
  start<Api>(name: string, input: unknown, execArgv?: readonly string[]): Promise<Child<Api>>;
}

/**
 * Ends every process, the last first, and removes the directory, however the work ends; a signal
 * ends the work.
 */
export async function withCrew<Result>(work: (crew: Crew) => Promise<Result>): Promise<Result> {
  const directory = await mkdtemp(join(tmpdir(), 'jejak-bench-'));
  const children: { stop(): Promise<void> }[] = [];
  const stop = async (): Promise<void> => {
    for (const child of children.reverse()) await child.stop();
  };
  // What was asked of a stopped child is rejected, and so the work ends.
  const interrupt = (): void => void stop();
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    return await work({
      directory,
      async start<Api>(name: string, input: unknown, execArgv?: readonly string[]) {
        const child = await startChild<Api>(name, input, execArgv);
        children.push(child);
        return child;
      },
    });
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await stop();
    await rm(directory, { recursive: true, force: true });
  }
}
