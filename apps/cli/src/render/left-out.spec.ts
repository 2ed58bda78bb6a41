import { type RankingReply } from '@jejak/views';

import { type Output } from '../output';
import { defaultUrl } from '../service-options';
import { type LeftOutReply, type WithLeftOut, leftOutLines } from './left-out';
import { renderRanking } from './ranking';

const scorecard: LeftOutReply = {
  kind: 'document',
  stream: 'scorecard-36.73-mcp-2019',
  revision: '3',
  type: 'PublishedScoreRecorded',
  since: '2026-01-02T00:00:00.000Z',
};
const stream: LeftOutReply = { ...scorecard, kind: 'stream', type: 'MoonLanded', revision: '4' };

/** Of a reply, only what the table needs. */
const ranking = {
  title: 'MCP 2019',
  rows: [],
  notRanked: [],
  statement: [{ text: 'All scores are provisional.' }],
} as unknown as RankingReply;

function shown(reply: RankingReply & WithLeftOut): string {
  const lines: string[] = [];
  const line = (text: string): void => void lines.push(text);
  const output: Output = { line, note: line, interactive: false, json: false };
  renderRanking(output, reply, defaultUrl);
  return lines.join('\n');
}

describe('a ranking', () => {
  it('names under its table the events it leaves out, since when, and what to run next', () => {
    const text = shown({ ...ranking, parked: [scorecard, stream] });
    expect(text).toContain('2 recorded events could not be processed yet');
    expect(text).toContain(
      'PublishedScoreRecorded, revision 3 of scorecard-36.73-mcp-2019, since 2026-01-02T00:00:00.000Z\n',
    );
    expect(text).toMatch(/MoonLanded.+all of scorecard-36.73-mcp-2019 after it may be missing too/);
    expect(text.split('\n').at(-1)).toContain('npx jejak parked list');
  });

  it('says nothing of the kind where nothing is left out', () => {
    expect(shown(ranking).split('\n').at(-1)).toBe('  All scores are provisional.');
  });
});

it('Of many events that are left out some are named and the others counted', () => {
  const parked = Array.from({ length: 13 }, (_, index) => ({ ...scorecard, revision: `${index}` }));
  const lines = leftOutLines({ parked }, 'http://a:1');
  expect(lines).toHaveLength(13);
  expect(lines[0]).toContain('13 recorded events');
  expect(lines[11]).toBe('    and 3 more');
  expect(lines[12]).toContain('--url http://a:1');
});
