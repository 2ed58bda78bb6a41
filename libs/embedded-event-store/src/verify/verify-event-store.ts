import { type Progress, runVerifier } from '@jejak/embedded-node';
import { access } from 'node:fs/promises';
import { join, resolve as absolutePath } from 'node:path';
import { DATA_FILE } from '../storage/environment';
import { type Verification } from './verify-directory';

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
  const file = join(__dirname, 'verify-process');
  return runVerifier({ file, beside: __filename }, directory, onProgress, (fault) => ({
    events: 0,
    streams: 0,
    fault,
  }));
}
