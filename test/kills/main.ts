import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';

import { progressOf } from '../faults/progress';
import { runCampaign } from './campaign';
import { eventStoreGame } from './event-store/game';
import { optionsFrom, usage } from './options';
import { readStoreGame } from './read-store/game';
import { failureText, reportOf } from './report';

async function main(args: readonly string[]): Promise<void> {
  const options = optionsFrom(args);
  if (options.help) {
    process.stdout.write(usage);
    return;
  }
  const directory = await mkdtemp(join(options.directory, 'jejak-kills-'));
  // The nodes end with this process.
  process.once('exit', () => {
    rmSync(directory, { recursive: true, force: true });
  });
  process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143));
  const { store, seed } = options;
  const game = store === 'event-store' ? eventStoreGame({ seed }) : readStoreGame({ seed });
  const progress = progressOf(options.rounds);
  const campaign = await runCampaign({ ...options, directory }, game, (done) => {
    progress.update(done);
  });
  progress.done();
  if (campaign.failure !== null) {
    process.stdout.write(failureText(campaign.failure, store, seed));
    process.exitCode = 1;
  }
  process.stdout.write(reportOf(campaign, game.report(campaign.failure === null)));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
  process.exitCode = 1;
});
