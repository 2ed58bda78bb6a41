import { type Settings } from '@jejak/config';
import { runService } from '@jejak/service';

import { startStandalone } from './start-standalone';

/** Starts the service, says where it is, and resolves when it has stopped. */
export async function runStandalone(settings: Settings): Promise<void> {
  const service = await startStandalone(settings);
  await runService(service, service.facts(service.holdsEvents() ? look : fill));
}

/** What to try where nothing is recorded yet. */
const fill = 'npx jejak import policies && npx jejak import apps/cli/data/banten-facts.json';

/** What shows something whatever is recorded. */
const look = 'npx jejak trail';
