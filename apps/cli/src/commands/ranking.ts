import { createJejakClient } from '@jejak/client';
import { type RankingReply } from '@jejak/views';
import { type Command, Option } from 'commander';

import { standardOutput } from '../output';
import { type WithLeftOut } from '../render/left-out';
import { renderRanking } from '../render/ranking';
import { type ServiceOptions, withService } from '../service-options';

interface RankingOptions extends ServiceOptions {
  readonly instrument: string;
  readonly year: string;
  readonly province: string;
  readonly validAt?: string;
  readonly knownAt?: string;
  readonly status?: string;
  readonly publication?: string;
}

/** `jejak ranking`: the ranking of a province, on both time axes. */
export function rankingCommand(program: Command): void {
  withService(program.command('ranking'))
    .summary('show the ranking of a province')
    .option('--instrument <name>', 'assessment instrument', 'MCP')
    .option('--year <year>', 'year of the instrument', '2019')
    .option('--province <code>', 'region code of the province', '36')
    .option('--valid-at <day>', 'scores that hold on this day (default: the latest)')
    .option('--known-at <instant>', 'only what had been recorded by then (default: all)')
    .addOption(
      new Option('--status <status>', 'only scores of this status').choices([
        'provisional',
        'final',
      ]),
    )
    .option('--publication <source>', 'only scores of this source, such as B5')
    .addHelpText(
      'after',
      `
Example:
  npx jejak ranking --instrument MCP --year 2019 --valid-at 2019-08-21`,
    )
    .action(async ({ url, json, ...question }: RankingOptions) => {
      const client = createJejakClient({ url });
      const { instrument, year, province, validAt, knownAt, status, publication } = question;
      const query = { instrument, year, province, validAt, knownAt, status, publication };
      const reply = await client.get<RankingReply & WithLeftOut>('/v1/rankings', query);
      renderRanking(standardOutput(json), reply, url);
    });
}
