import {
  type OperationsClient,
  type ParkedKindReply,
  type ParkedReply,
  createJejakClient,
} from '@jejak/client';
import { type Command, InvalidArgumentError, Option } from 'commander';

import { exitCodes } from '../exit-codes';
import { systemClock } from '../operations/clock';
import { findEarlierSkip } from '../operations/earlier-skip';
import {
  findParked,
  lookForParked,
  notParked,
  parkedKinds,
  skipParked,
  storedIn,
} from '../operations/parked';
import { maintainerTokens, operatorsClient } from '../operators-client';
import { type Output, standardOutput } from '../output';
import { counted } from '../render/counted';
import { earlierSkipLines } from '../render/earlier-skip';
import { parkedLines, parkedTable, retryLines, skipLines } from '../render/parked';
import { type ServiceOptions, dataOption, withService } from '../service-options';

interface ParkedOptions extends ServiceOptions {
  readonly data: string;
}

interface OneOptions extends ParkedOptions {
  readonly kind?: ParkedKindReply;
}

/** `jejak parked`: events that views cannot pass, and what to do about them. */
export function parkedCommand(program: Command): void {
  const parked = program
    .command('parked')
    .summary('find and release events that a view cannot pass')
    .description('Events that a view cannot pass: what waits behind them, and letting it go on.')
    .addHelpText('after', helpWith('npx jejak parked list'));
  list(parked);
  show(parked);
  retry(parked);
  skip(parked);
}

const helpWith = (example: string): string => `${maintainerTokens}

Example:
  ${example}`;

function list(parked: Command): void {
  withService(parked.command('list'))
    .summary('list parked events')
    .option('--view <name>', 'only of this view')
    .option('--limit <number>', 'events to show', limit, 50)
    .addOption(dataOption())
    .addHelpText('after', helpWith('npx jejak parked list --view ranking'))
    .action(async (options: ParkedOptions & { view?: string; limit: number }) => {
      const output = standardOutput(options.json);
      const { items, more } = await readParked(operatorsClient(options), options);
      if (output.json) {
        output.line(JSON.stringify({ items, more }));
        return;
      }
      if (items.length === 0) output.line('  Nothing is parked.');
      else output.line(parkedTable(items));
      if (more)
        output.note(`  ${counted(items.length, 'event')} shown, there are more: raise --limit.`);
    });
}

function show(parked: Command): void {
  one(parked.command('show <view> <key>'))
    .summary('show everything known about one of them')
    .addHelpText('after', helpWith('npx jejak parked show ranking MCP/2019/36'))
    .action(async (view: string, key: string, { kind, ...options }: OneOptions) => {
      const client = operatorsClient(options);
      const entry = await findParked(client, question(view, key, kind));
      const stored = await storedIn(client, entry);
      const lines = parkedLines(entry, stored, options.url);
      print(standardOutput(options.json), { ...entry, stored }, lines);
    });
}

function retry(parked: Command): void {
  one(parked.command('retry <view> <key>'))
    .summary('try one of them again now')
    .addHelpText('after', helpWith('npx jejak parked retry ranking MCP/2019/36'))
    .action(async (view: string, key: string, { kind, ...options }: OneOptions) => {
      const client = operatorsClient(options);
      const entry = await findParked(client, question(view, key, kind));
      const reply = await client.retry(entry);
      print(standardOutput(options.json), reply, retryLines(entry, reply));
      if (!reply.released) process.exitCode = exitCodes.failed;
    });
}

function skip(parked: Command): void {
  one(parked.command('skip <view> <key>'))
    .summary('let a view go on without one of them')
    .description(
      'Records, for auditors to read, that a view goes on without an event, and waits until the ' +
        'view does. The event stays in the log. Safe to repeat.',
    )
    .requiredOption('--reason <text>', 'why, in 10 to 1,000 characters')
    .option('--command-url <address>', 'address of the command API (default: --url)')
    .addHelpText(
      'after',
      helpWith(
        "npx jejak parked skip ranking MCP/2019/36 \\\n    --reason 'Recorded twice by a fault of the importer'",
      ),
    )
    .action(async (view: string, key: string, all: SkipOptions) => {
      const { kind, reason, ...options } = all;
      const client = operatorsClient(options);
      const output = standardOutput(options.json);
      const asked = question(view, key, kind);
      const earlier = () => findEarlierSkip(createJejakClient(options), asked);
      const entry = await lookForParked(client, asked);
      if (entry === null) {
        const before = await earlier();
        if (before === null) throw notParked(asked);
        print(output, { outcome: 'skipped-before', ...before }, earlierSkipLines(before));
        return;
      }
      const skipped = await skipParked(client, entry, reason, systemClock);
      const before = skipped.decision.position === null ? await earlier() : null;
      const lines = before === null ? [] : earlierSkipLines(before);
      print(output, skipped, [...lines, ...skipLines(skipped, options.url)]);
      if (skipped.outcome === 'still-parked') process.exitCode = exitCodes.failed;
    });
}

interface SkipOptions extends OneOptions {
  readonly reason: string;
  readonly commandUrl?: string;
}

/** Options of every command about one parked event. */
const one = (command: Command): Command =>
  withService(command)
    .addOption(
      new Option('--kind <kind>', 'what waits (default: whatever does)').choices(parkedKinds),
    )
    .addOption(dataOption());

const question = (view: string, key: string, kind: ParkedKindReply | undefined) =>
  kind === undefined ? { view, key } : { view, key, kind };

function print(output: Output, result: object, lines: readonly string[]): void {
  if (output.json) output.line(JSON.stringify(result));
  else for (const line of lines) output.line(line);
}

const pageSize = 500;

async function readParked(
  client: Pick<OperationsClient, 'parked'>,
  { view, limit: wanted }: { readonly view?: string; readonly limit: number },
): Promise<{ readonly items: readonly ParkedReply[]; readonly more: boolean }> {
  const from = { limit: Math.min(wanted, pageSize), ...(view === undefined ? {} : { view }) };
  let page = await client.parked(from);
  const items = [...page.items];
  while (page.next !== null && items.length < wanted) {
    page = await client.parked(page.next);
    items.push(...page.items);
  }
  return { items: items.slice(0, wanted), more: page.next !== null || items.length > wanted };
}

function limit(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 1_000_000) return value;
  throw new InvalidArgumentError('must be a whole number of at least 1');
}
