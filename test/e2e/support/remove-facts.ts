import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';

import { factsFolder } from './facts-folder';

/** After all end-to-end suites. */
export default async function removeFacts(): Promise<void> {
  const data = process.env[factsFolder];
  if (data !== undefined) await rm(dirname(data), { recursive: true, force: true });
}
