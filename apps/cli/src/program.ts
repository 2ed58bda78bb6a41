import { version } from '@jejak/config';
import { Command, CommanderError } from 'commander';

import { demoCommand } from './commands/demo';
import { eventStoreCommand } from './commands/event-store';
import { importCommand } from './commands/import';
import { parkedCommand } from './commands/parked';
import { rankingCommand } from './commands/ranking';
import { readStoreCommand } from './commands/read-store';
import { rebuildCommand } from './commands/rebuild';
import { replayCommand } from './commands/replay';
import { startCommand } from './commands/start';
import { tokenCommand } from './commands/token';
import { trailCommand } from './commands/trail';
import { exitCodes } from './exit-codes';
import { Interrupted } from './interruption';
import { renderFailure } from './render/failure';

/** The whole command line as data: also what the tests of the help text read. */
export function createProgram(): Command {
  const program = new Command('jejak')
    .description('Jejak: an event-sourced integrity ledger for local governments.')
    .version(version)
    .helpOption('-h, --help', 'show help')
    .helpCommand(false)
    .configureHelp({ helpWidth: 80 })
    .exitOverride()
    // An option belongs to the command it stands behind: some have the same as those below them.
    .enablePositionalOptions()
    .addHelpText(
      'after',
      `
Example:
  npm run demo           # everything in one process, with the Banten facts
  npx jejak ranking --valid-at 2019-08-21

Exit codes: 0 done, 1 failed, 2 wrong usage, 130 interrupted.
API documentation: http://127.0.0.1:3636/docs while the service runs.`,
    );
  for (const add of [
    demoCommand,
    startCommand,
    importCommand,
    rankingCommand,
    trailCommand,
    replayCommand,
    rebuildCommand,
    parkedCommand,
    tokenCommand,
    eventStoreCommand,
    readStoreCommand,
  ]) {
    add(program);
  }
  likeTheProgram(program.commands);
  return program;
}

/** Commands below commands too: none of them ends the process, and all explain themselves alike. */
function likeTheProgram(commands: readonly Command[]): void {
  for (const command of commands) {
    command
      .exitOverride()
      .configureHelp({ helpWidth: 80 })
      .helpOption('-h, --help', 'show help')
      .helpCommand(false);
    likeTheProgram(command.commands);
  }
}

/** Runs one command line; resolves with its exit code, or undefined when the command set it. */
export async function run(argv: readonly string[]): Promise<number | undefined> {
  try {
    await createProgram().parseAsync([...argv]);
    return undefined;
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    renderFailure(error);
    return error instanceof Interrupted ? exitCodes.interrupted : exitCodes.failed;
  }
}
