import { readSettings } from '@jejak/config';

import { runStandalone } from './run-standalone';

runStandalone(readSettings(process.env)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
