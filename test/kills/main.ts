import { progressOf } from '../faults/progress';
import { runCampaign } from './campaign';
import { optionsFrom, usage } from './options';
import { failureText, reportOf } from './report';

async function main(args: readonly string[]): Promise<void> {
  const options = optionsFrom(args);
  if (options.help) {
    process.stdout.write(usage);
    return;
  }
  const progress = progressOf(options.rounds);
  const campaign = await runCampaign(options, (done) => {
    progress.update(done);
  });
  progress.done();
  if (campaign.failure !== null) {
    process.stdout.write(failureText(campaign.failure, options.seed));
    process.exitCode = 1;
  }
  process.stdout.write(reportOf(campaign));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
  process.exitCode = 1;
});
