import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runJejak } from './jejak-process';
import { factsFolder } from './facts-folder';

/** Before all end-to-end suites: records the policies and published facts once, as the demo does. */
export default async function recordFacts(): Promise<void> {
  const data = join(await mkdtemp(join(tmpdir(), 'jejak-facts-')), 'data');
  const { code, stderr } = await runJejak(['demo', '--once', '--port', '0', '--data', data]);
  if (code !== 0) throw new Error(`the facts could not be recorded: ${stderr}`);
  process.env[factsFolder] = data;
}
