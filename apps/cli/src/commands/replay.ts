import { createJejakClient, type JejakClient } from '@jejak/client';
import { type Command, InvalidArgumentError, Option } from 'commander';

import { standardOutput } from '../output';
import { type RawEvent, type StateReply, renderReplay } from '../render/replay';
import { type ServiceOptions, withService } from '../service-options';

interface ReplayOptions extends ServiceOptions {
  readonly atRevision?: string;
  readonly asOf?: string;
}

interface Page {
  readonly items: readonly RawEvent[];
  readonly next: string | null;
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
Example:
  npx jejak replay scorecard-36.73-mcp-2019`,
    )
    .action(async (stream: string, { url, json, atRevision, asOf }: ReplayOptions) => {
      const client = createJejakClient({ url });
      const path = `/v1/audit/streams/${encodeURIComponent(stream)}`;
      const state = await client.get<StateReply>(`${path}/state`, { atRevision, asOf });
      const last = state.revision === null ? -1n : BigInt(state.revision);
      const events = await eventsUpTo(client, path, last);
      renderReplay(standardOutput(json), events, state);
    });
}

async function eventsUpTo(client: JejakClient, path: string, last: bigint): Promise<RawEvent[]> {
  const events: RawEvent[] = [];
  for (let next: string | null = `${path}?limit=500`; next !== null;) {
    const page: Page = await client.get<Page>(next);
    const within = page.items.filter(({ revision: one }) => BigInt(one) <= last);
    events.push(...within);
    next = within.length < page.items.length ? null : page.next;
  }
  return events;
}

function revision(text: string): string {
  if (/^\d{1,18}$/.test(text)) return text;
  throw new InvalidArgumentError('must be a whole number from 0');
}
