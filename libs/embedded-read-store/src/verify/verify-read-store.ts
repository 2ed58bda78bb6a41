import { type Progress, runVerifier } from '@jejak/embedded-node';
import { access } from 'node:fs/promises';
import { join, resolve as absolutePath } from 'node:path';
import { dataFile } from '../storage/environment';
import { type Verification } from './verify-directory';

export { type Verification } from './verify-directory';

export interface VerifyOptions {
  /** The data directory to read; a node may be running on it. */
  readonly directory: string;
  /** Documents and index entries looked at so far, of how many. */
  readonly onProgress?: Progress;
}

/**
 * Reads all of a data directory as it is at one moment: every document, and every index, of which the
 * entries must be those that the documents have, no more and no fewer. Changes nothing.
 *
 * What is wrong is returned. Rejects with `code` `ENOENT` when there is no read store in the directory,
 * or with what opening it failed with.
 */
export async function verifyReadStore(options: VerifyOptions): Promise<Verification> {
  const { onProgress = () => undefined } = options;
  const directory = absolutePath(options.directory);
  await access(join(directory, dataFile));
  const file = join(__dirname, 'verify-process');
  return runVerifier({ file, beside: __filename }, directory, onProgress, (fault) => ({
    collections: 0,
    documents: 0,
    entries: 0,
    fault,
  }));
}
