import type { ClaimRecorded } from '@jejak/domain/dispute/events';

import { rankingAsOf } from '../ranking/ranking-as-of';
import { ranking } from '../ranking/ranking';
import { regionDirectory } from '../region-directory/region-directory';
import { bantenRegions, scoreFacts } from '../testing/banten';
import { fold, twice } from '../testing/fold';
import { recorded } from '../testing/recorded';
import { besideTheRecord } from './beside-the-record';
import { disputes } from './disputes';

const claim = (number: number, by: string, regions: readonly string[]): ClaimRecorded => ({
  type: 'ClaimRecorded',
  data: {
    instrument: 'MCP',
    year: 2024,
    claim: number,
    by,
    date: '2025-08-14',
    text: 'x',
    about: regions.map((region) => ({ region, rank: null })),
    source: { id: 'B9', citation: 'x' },
  },
});
const log = recorded([
  ...bantenRegions,
  ...scoreFacts({
    year: 2024,
    status: 'final',
    asOf: '2025-02-16',
    source: 'B7',
    scores: { '36.72': '83' },
    ranks: { '36.72': 8 },
  }),
  { stream: 'dispute-mcp-2024', event: claim(1, 'Inspektorat Kota Cilegon', ['36.72']) },
  { stream: 'dispute-mcp-2024', event: claim(2, 'KPK task force', ['36.72', '36.73']) },
]);

describe('disputes', () => {
  const document = fold(disputes, log).get('MCP/2024');

  it('are one document for all claims about an instrument and year', () => {
    expect(document).toMatchObject({
      instrument: 'MCP',
      year: 2024,
      claims: [
        { claim: 1, by: 'Inspektorat Kota Cilegon' },
        { claim: 2, by: 'KPK task force' },
      ],
      regions: ['36.72', '36.73'],
    });
  });

  it('are unchanged by events they have seen', () => {
    expect(fold(disputes, twice(log))).toEqual(fold(disputes, log));
  });

  it('stand beside what the record shows, the unknown named as such', () => {
    const question = { instrument: 'MCP', year: 2024, province: '36' };
    const shown = rankingAsOf(
      fold(ranking, log).get('MCP/2024/36') ?? null,
      fold(regionDirectory, log).get('36') ?? null,
      question,
    );
    const { record, claims } = besideTheRecord(document!, [shown]);
    expect(record.regions).toMatchObject([
      {
        name: 'Kota Cilegon',
        score: 'published',
        value: '83',
        rank: null,
        rankBetween: [1, 8],
        rankWithheld: 'incomplete',
        publishedRank: 8,
      },
      { name: 'Kota Serang', score: 'unknown', value: null, rank: null, publishedRank: null },
    ]);
    expect(claims[1]?.about).toEqual([
      { region: '36.72', rank: null, name: 'Kota Cilegon' },
      { region: '36.73', rank: null, name: 'Kota Serang' },
    ]);
  });
});
