import { createJejakClient } from '@jejak/client';
import { type Command, InvalidArgumentError, Option } from 'commander';

import { replayStream } from '../operations/replay';
import { standardOutput } from '../output';
import { renderReplay } from '../render/replay';
import { type ServiceOptions, withService } from '../service-options';

interface ReplayOptions extends ServiceOptions {
  readonly atRevision?: string;
  readonly asOf?: string;
}

/** `jejak replay`: the events of one stream in order, and the state they make at a moment. */
export function replayCommand(program: Command): void {
  withService(program.command('replay <stream>'))
    .summary('replay a stream and show its state at a moment')
    .addOption(
      new Option('--at-revision <number>', 'up to this revision')
        .conflicts('asOf')
        .argParser(revision),
    )
    .option('--as-of <instant>', 'up to this instant of recording, or the end of this day in UTC')
    .addHelpText(
      'after',
      `
An event that the service cannot read ends the replay before it; exit code 1.

Example:
  npx jejak replay scorecard-36.73-mcp-2019`,
    )
    .action(async (stream: string, { url, json, atRevision, asOf }: ReplayOptions) => {
      const replay = await replayStream(createJejakClient({ url }), stream, { atRevision, asOf });
      renderReplay(standardOutput(json), replay);
      if (replay.unreadable !== null) throw replay.unreadable;
    });
}

function revision(text: string): string {
  if (/^\d{1,18}$/.test(text)) return text;
  throw new InvalidArgumentError('must be a whole number from 0');
}
