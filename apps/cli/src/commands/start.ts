import { readSettings } from '@jejak/config';
import { type Command } from 'commander';

import { type StartOptions, settingsWith, withStart } from '../start-options';

/** `jejak start`: everything in one process, as npm start does. */
export function startCommand(program: Command): void {
  withStart(program.command('start'))
    .summary('start all services in one process')
    .description('Starts all services in one process, on the embedded stores unless URLs are set.')
    .action(async (options: StartOptions) => {
      // Loaded here, so that no other command pays for the service framework.
      const { runStandalone } = await import('../../../standalone/src/run-standalone.js');
      await runStandalone(settingsWith(readSettings(process.env), options));
    });
}
