import { fork } from 'node:child_process';
import { access } from 'node:fs/promises';
import { join, resolve as absolutePath } from 'node:path';
import { DATA_FILE } from '../storage/environment';
import { type Progress, type Verification } from './verify-directory';
import { type FromVerifier } from './verify-process';

export interface VerifyOptions {
  /** The data directory to read; a node may be running on it. */
  readonly directory: string;
  readonly onProgress?: Progress;
}

/**
 * Reads all of a data directory as it is at one moment and compares what it says twice: the log
 * with its checksums, its index, the states of the streams and the counters. Changes nothing. While
 * it runs, a node on the directory cannot use space again that it frees.
 *
 * What is wrong is returned. Rejects with `code` `ENOENT` when there is no event store in the
 * directory, or with what opening it failed with. The reading is done by a process of its own: LMDB
 * follows page numbers without looking, and a file cut short ends the process that maps it.
 */
export async function verifyEventStore(options: VerifyOptions): Promise<Verification> {
  const { onProgress = () => undefined } = options;
  const directory = absolutePath(options.directory);
  await access(join(directory, DATA_FILE));
  return new Promise((resolve, reject) => {
    const verifier = startVerifier(directory);
    let told: Extract<FromVerifier, { kind: 'verified' | 'failed' }> | undefined;
    let read = { done: 0, total: 0 };
    verifier.on('message', (message: FromVerifier) => {
      if (message.kind !== 'progress') told = message;
      else {
        read = message;
        onProgress(message.done, message.total);
      }
    });
    verifier.once('error', reject);
    verifier.once('exit', (code, signal) => {
      if (told?.kind === 'verified') resolve(told.verification);
      else if (told !== undefined) {
        reject(Object.assign(new Error(told.message), { code: told.code }));
      } else resolve(unreadable(signal ?? `code ${String(code)}`, read));
    });
  });
}

function unreadable(end: string, { done, total }: { done: number; total: number }): Verification {
  const fault = `its pages cannot be followed: reading ended with ${end} after ${done} of ${total} entries`;
  return { events: 0, streams: 0, fault };
}

/** Compiled, the process is the JavaScript beside; from sources it needs the TypeScript loader. */
function startVerifier(directory: string): ReturnType<typeof fork> {
  const extension = __filename.endsWith('.ts') ? '.ts' : '.js';
  const execArgv = extension === '.ts' ? ['--require', require.resolve('@swc-node/register')] : [];
  return fork(join(__dirname, `verify-process${extension}`), [directory], { execArgv });
}
