import { type RankingReply, type RankingRow } from '@jejak/views';

import { type Output } from '../output';
import { defaultUrl } from '../service-options';
import { type WithLeftOut, leftOutLines } from './left-out';
import { table } from './table';

/**
 * The ranking with every value's status, day and source; units without data apart, never last; then
 * what is missing from it.
 */
export function renderRanking(
  output: Output,
  reply: RankingReply & WithLeftOut,
  url = defaultUrl,
): void {
  if (output.json) {
    output.line(JSON.stringify(reply));
    return;
  }
  output.line(`  ${reply.title}`);
  output.line('');
  if (reply.rows.length > 0) output.line(scoreTable(reply.rows));
  if (reply.notRanked.length > 0) {
    const names = reply.notRanked.map(({ region }) => region.name ?? region.code).join(', ');
    output.line('');
    output.line(`  No data: ${names}.`);
  }
  for (const { text } of reply.statement) output.line(`  ${text}`);
  const missing = leftOutLines(reply, url);
  for (const line of missing.length === 0 ? [] : ['', ...missing]) output.line(line);
}

/** The publisher's own ranks get a column only where there are any. */
function scoreTable(rows: readonly RankingRow[]): string {
  const withPublishedRank = rows.some(({ publishedRank }) => publishedRank !== null);
  return table(
    [
      ...['rank', 'region', 'score', 'status', 'as of', 'source'],
      ...(withPublishedRank ? ['published rank'] : []),
    ],
    rows.map((row) => [
      rankText(row),
      row.region.name ?? row.region.code,
      row.amended === null ? row.value : `${row.value} (corrected)`,
      row.status,
      row.asOf ?? 'day not published',
      row.source.id,
      ...(withPublishedRank ? [row.publishedRank?.toString() ?? ''] : []),
    ]),
  );
}

function rankText({ rankLabel, rankBetween }: RankingRow): string {
  if (rankLabel !== null) return rankLabel;
  return rankBetween === null ? '-' : `${rankBetween[0]} to ${rankBetween[1]}`;
}
