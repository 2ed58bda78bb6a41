import { type Command } from 'commander';

import { type StartOptions, withStart } from '../start-options';

interface DemoOptions extends StartOptions {
  readonly once: boolean;
  readonly year: boolean;
}

/** `jejak demo`: starts everything, imports the published Banten facts over HTTP, shows the ranking. */
export function demoCommand(program: Command): void {
  withStart(program.command('demo'))
    .summary('start everything and import the published Banten facts')
    .description(
      'Starts all services in one process, imports the published Banten facts through the command ' +
        'API, prints the provincial ranking and stays up.',
    )
    .option('--once', 'exit after printing', false)
    .option(
      '--year',
      'instead, import a generated year of a province that does not exist (about 50,000 commands), into ./data-year',
      false,
    )
    .action(async ({ once, year, ...options }: DemoOptions) => {
      // Loaded here, so that no other command pays for the service framework.
      const { runDemo } = await import('../run-demo.js');
      await runDemo(options, { once, year });
    });
}
