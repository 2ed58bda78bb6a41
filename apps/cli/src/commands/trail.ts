import { createJejakClient } from '@jejak/client';
import { type AuditTrailRow } from '@jejak/views';
import { type Command, InvalidArgumentError } from 'commander';

import { standardOutput } from '../output';
import { type LeftOutReply, type WithLeftOut, leftOutLines } from '../render/left-out';
import { counted } from '../render/counted';
import { table } from '../render/table';
import { type ServiceOptions, withService } from '../service-options';

interface TrailOptions extends ServiceOptions {
  readonly region?: string;
  readonly actor?: string;
  readonly stream?: string;
  readonly type?: string;
  readonly from?: string;
  readonly to?: string;
  readonly limit: number;
}

type Row = AuditTrailRow & { readonly position: string };

interface Page extends WithLeftOut {
  readonly items: readonly Row[];
  readonly next: string | null;
  readonly position: string | null;
}

const pageSize = 500;

/** `jejak trail`: who recorded what, when and because of what; newest first. */
export function trailCommand(program: Command): void {
  withService(program.command('trail'))
    .summary('show who recorded what, when and why')
    .option('--region <code>', 'only facts about this region')
    .option('--actor <id>', 'only what this person or system recorded')
    .option('--stream <name>', 'only this stream')
    .option('--type <event>', 'only this event type, such as PactSigned')
    .option('--from <instant>', 'recorded at or after')
    .option('--to <instant>', 'recorded at or before')
    .option('--limit <number>', 'rows to show, newest first', limit, 50)
    .addHelpText(
      'after',
      `
Example:
  npx jejak trail --region 36.04 --type PactSigned`,
    )
    .action(async ({ url, json, limit: wanted, ...filters }: TrailOptions) => {
      const output = standardOutput(json);
      const { rows, more, position, leftOut } = await readTrail(url, filters, wanted);
      if (json) {
        output.line(JSON.stringify({ items: rows, position, ...leftOut }));
        return;
      }
      output.line(
        table(
          ['recorded at', 'by', 'what', 'stream', 'rev', 'command'],
          rows.map((row) => [
            row.recordedAt,
            row.actor.id,
            row.summary,
            row.stream,
            row.revision,
            row.commandId,
          ]),
        ),
      );
      output.note(
        more
          ? `  ${counted(rows.length, 'row')} shown, there are more: raise --limit.`
          : `  ${counted(rows.length, 'row')}; the trail stands at position ${position ?? 'none'}.`,
      );
      for (const line of leftOutLines(leftOut, url)) output.note(line);
    });
}

async function readTrail(
  url: string,
  filters: Readonly<Record<string, string | undefined>>,
  wanted: number,
): Promise<{ rows: Row[]; more: boolean; position: string | null; leftOut: WithLeftOut }> {
  const client = createJejakClient({ url });
  const first = { ...filters, limit: String(Math.min(wanted, pageSize)) };
  let page = await client.get<Page>('/v1/audit/trail', first);
  const rows = [...page.items];
  const parked = new Map<string, LeftOutReply>();
  const learn = ({ parked: some = [] }: Page): void => {
    for (const event of some) parked.set(`${event.revision} ${event.stream}`, event);
  };
  learn(page);
  while (page.next !== null && rows.length < wanted) {
    page = await client.get<Page>(page.next);
    rows.push(...page.items);
    learn(page);
  }
  const more = page.next !== null || rows.length > wanted;
  const leftOut = parked.size === 0 ? {} : { parked: [...parked.values()] };
  return { rows: rows.slice(0, wanted), more, position: page.position, leftOut };
}

function limit(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 1_000_000) return value;
  throw new InvalidArgumentError('must be a whole number of at least 1');
}
