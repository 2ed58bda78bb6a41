import type { RankingDocument, ScoreRecord } from './ranking';
import { scoresHolding, scoresKnown } from './standing-score';

const record = (
  publication: number,
  status: ScoreRecord['status'],
  asOf: string | null,
  value: string,
): ScoreRecord => ({
  region: '36.73',
  publication,
  value,
  status,
  asOf,
  source: { id: `S${publication}`, citation: 'press' },
  publishedRank: null,
  computed: null,
  recordedAt: `2026-01-0${publication}T00:00:00.000Z`,
  amendments: [],
});

const holding = (records: readonly ScoreRecord[], validAt?: string) => {
  const document: RankingDocument = { instrument: 'MCP', year: 2019, province: '36', records };
  return scoresHolding(scoresKnown(document, undefined), validAt).get('36.73')?.value;
};

describe('the score that holds', () => {
  const records = [
    record(1, 'provisional', '2019-08-21', '29'),
    record(2, 'final', null, '63'),
    record(3, 'provisional', '2020-06-30', '20'),
  ];

  it('is the latest of the days up to the one asked for', () => {
    expect(holding(records, '2019-08-21')).toBe('29');
    expect(holding(records, '2019-12-31')).toBe('63');
    expect(holding(records, '2019-01-01')).toBeUndefined();
  });

  it('is the final one, also when a provisional one speaks of a later day', () => {
    expect(holding(records)).toBe('63');
  });

  it('is of one day and status the one that was published last', () => {
    const twice = [...records, record(4, 'final', '2019-12-31', '64')];
    expect(holding(twice)).toBe('64');
  });
});
