import { type Command, InvalidArgumentError, Option } from 'commander';

import { askWhere } from '../ask';
import { exitCodes } from '../exit-codes';
import { catchInterruption } from '../interruption';
import { systemClock } from '../operations/clock';
import { giveUpBuild } from '../operations/give-up-build';
import { type BuildResult, type RebuildRequest, rebuildView } from '../operations/rebuild';
import { maintainerTokens, operatorsClient } from '../operators-client';
import { type Output, standardOutput } from '../output';
import { differenceLines, resultLines } from '../render/build';
import { progressView } from '../render/progress';
import { troubleLines, viewsTable } from '../render/views';
import { type ServiceOptions, dataOption, withService } from '../service-options';

interface RebuildOptions extends ServiceOptions {
  readonly data: string;
  readonly throttle?: number;
  readonly yes: boolean;
  readonly detach: boolean;
  readonly rollback: boolean;
  readonly cancel: boolean;
}

/** `jejak rebuild`: a view anew from the log, beside the one that is read, and then switched to. */
export function rebuildCommand(program: Command): void {
  withService(program.command('rebuild [view]'))
    .summary('build a view anew beside the live one, then switch to it')
    .description(
      'Builds a view anew from the log, beside the one that is read, shows what is different, ' +
        'and switches when told to. Joins the build under way when there is one. ' +
        'Without a view: lists the views there are.',
    )
    .addOption(
      new Option('--throttle <events/s>', 'most events a second').argParser(eventsPerSecond),
    )
    .addOption(new Option('--yes', 'switch without asking').default(false))
    .addOption(
      new Option('--detach', 'return at once; the build goes on in the service')
        .default(false)
        .conflicts(['yes', 'cancel']),
    )
    .addOption(
      new Option('--rollback', 'go back to what was live before')
        .default(false)
        .conflicts(['throttle', 'cancel']),
    )
    .addOption(
      new Option('--cancel', 'give up the build under way')
        .default(false)
        .conflicts(['throttle', 'yes']),
    )
    .addOption(dataOption())
    .addHelpText(
      'after',
      `
Where nobody can be asked and without --yes nothing is switched: the build
stands by, exit code 0. Ctrl-C gives up a build that this command has started,
until it is complete; one that it has joined goes on. Exit code 1: it failed.
${maintainerTokens}

Example:
  npx jejak rebuild ranking --yes`,
    )
    .action(async (view: string | undefined, options: RebuildOptions, command: Command) => {
      const output = standardOutput(options.json);
      const { yes, detach, rollback, cancel, throttle } = options;
      if (view !== undefined) {
        await (cancel ? cancelBuild(output, view, options) : rebuild(output, view, options));
      } else if (yes || detach || rollback || cancel || throttle !== undefined) {
        command.error('error: name the view, such as: npx jejak rebuild ranking');
      } else {
        await listViews(output, options);
      }
    });
}

async function listViews(output: Output, options: RebuildOptions): Promise<void> {
  const items = await operatorsClient(options).views();
  if (output.json) {
    output.line(JSON.stringify({ items }));
    return;
  }
  output.line(viewsTable(items));
  for (const line of troubleLines(items)) output.note(line);
}

async function cancelBuild(output: Output, view: string, options: RebuildOptions): Promise<void> {
  await giveUpBuild(operatorsClient(options), view, systemClock);
  output.line(
    output.json
      ? JSON.stringify({ view, outcome: 'given-up' })
      : `  The build of ${view} is given up; the live view is not touched.`,
  );
}

async function rebuild(output: Output, view: string, options: RebuildOptions): Promise<void> {
  const { url, rollback, throttle, detach, yes } = options;
  const request: RebuildRequest = {
    view,
    purpose: rollback ? 'rollback' : 'rebuild',
    detach,
    yes,
    ...(throttle === undefined ? {} : { throttle }),
  };
  const interruption = catchInterruption();
  try {
    const result = await rebuildView(request, {
      client: operatorsClient(options),
      progress: progressView(output),
      showDifference: (build) => {
        if (!output.json) for (const line of [...differenceLines(build), '']) output.line(line);
      },
      ask: askWhere(output.interactive),
      signal: interruption.signal,
      clock: systemClock,
    });
    if (output.json) output.line(JSON.stringify(result));
    else for (const line of resultLines(result, url)) output.line(line);
    process.exitCode = exitCodeOf(result);
  } finally {
    interruption.release();
  }
}

function exitCodeOf({ outcome }: BuildResult): number {
  if (outcome === 'failed' || outcome === 'gone') return exitCodes.failed;
  const isInterrupted = ['left', 'given-up', 'unanswered'].includes(outcome);
  return isInterrupted ? exitCodes.interrupted : exitCodes.ok;
}

function eventsPerSecond(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 1_000_000) return value;
  throw new InvalidArgumentError('must be a whole number from 1 to 1000000');
}
