import { type Settings } from '@jejak/config';

import { startStandalone } from './start-standalone';
import { announce } from './startup-block';
import { stopOnSignal } from './stop-on-signal';

/** Starts the service, says where it is, and resolves when it has stopped. */
export async function runStandalone(settings: Settings): Promise<void> {
  const service = await startStandalone(settings);
  announce(service.facts('npx jejak import apps/cli/data/banten-facts.json'));
  await stopOnSignal(service);
}
