import { type ComputedRankingReply } from '@jejak/views';

import { type Output } from '../output';
import { table } from './table';

/** A ranking that nobody published, by rank. */
export function renderComputedRanking(output: Output, reply: ComputedRankingReply): void {
  output.line(`  ${reply.instrument} ${reply.year}, computed from what was verified`);
  output.line('');
  output.line(
    table(
      ['rank', 'region', 'computed', 'band'],
      reply.rows.map(({ rankLabel, region, value, band }) => [
        rankLabel ?? '',
        region.name ?? region.code,
        value,
        band ?? '',
      ]),
    ),
  );
  output.line('');
  output.line(`  ${reply.statement.text}`);
}
