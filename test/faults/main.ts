import { runCampaign } from './campaign';
import { optionsFrom, usage } from './options';
import { absenceRound } from './plan/absence';
import { drawnRounds } from './plan/round-plan';
import { sweepRounds, sweptCollections } from './plan/sweep';
import { progressOf } from './progress';
import { failureText, reportOf } from './report';
import { openWorld } from './world';

async function main(args: readonly string[]): Promise<void> {
  const options = optionsFrom(args);
  if (options.help) {
    process.stdout.write(usage);
    return;
  }
  const world = await openWorld(1, options.directory);
  // The stores and projectors end with this process; what they were asked for fails.
  const interrupt = (): void => void world.stop().finally(() => process.exit(130));
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    const plans = [
      ...sweptCollections.flatMap(sweepRounds),
      absenceRound('absence'),
      ...drawnRounds(options),
    ];
    const progress = progressOf(plans.length);
    const campaign = await runCampaign(world, plans, options.keepGoing, (done, failure) => {
      progress.update(done);
      if (failure !== null) process.stdout.write(`${failureText(failure, options)}\n`);
    });
    progress.done();
    process.stdout.write(reportOf(campaign));
    if (campaign.failures.length > 0) process.exitCode = 1;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await world.stop();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
  process.exitCode = 1;
});
