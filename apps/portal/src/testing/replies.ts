import type { PortalRanking, PortalRow } from '../ranking-reader';

const names: Readonly<Record<string, string>> = {
  '36.01': 'Kabupaten Pandeglang',
  '36.02': 'Kabupaten Lebak',
  '36.03': 'Kabupaten Tangerang',
  '36.04': 'Kabupaten Serang',
  '36.71': 'Kota Tangerang',
  '36.72': 'Kota Cilegon',
  '36.73': 'Kota Serang',
  '36.74': 'Kota Tangerang Selatan',
};

const region = (code: string) =>
  ({ code, name: names[code] ?? null, level: code >= '36.7' ? 'city' : 'regency' }) as const;

const b5 = { id: 'B5', citation: 'Press report of 21 August 2019' };

export const row = (
  code: string,
  value: string,
  differing: Partial<PortalRow> = {},
): PortalRow => ({
  region: region(code),
  value,
  status: 'provisional',
  asOf: '2019-08-21',
  source: b5,
  publishedRank: null,
  amended: null,
  rank: null,
  rankLabel: null,
  tie: false,
  rankBetween: null,
  rankWithheld: null,
  ...differing,
});

const ranked = (code: string, value: string, rank: number, tie = false): PortalRow =>
  row(code, value, { rank, tie, rankLabel: tie ? `${rank}=` : String(rank) });

/** MCP 2019 of Banten on 21 August 2019 (domain reference, section 2.5): complete, with a tie. */
export const august: PortalRanking = {
  instrument: 'MCP',
  year: 2019,
  validAt: '2019-08-21',
  title: 'Provisional ranking: MCP 2019, Provinsi Banten as of 21 August 2019',
  titleId: 'Peringkat sementara: MCP 2019, Provinsi Banten per 21 Agustus 2019',
  statement: [{ text: 'Provisional scores are low.', textId: 'Skor sementara rendah.' }],
  basis: { unitsAssessed: 8, unitsTotal: 8 },
  rows: [
    ranked('36.03', '83', 1),
    ranked('36.02', '67', 2),
    ranked('36.72', '65', 3, true),
    ranked('36.74', '65', 3, true),
    ranked('36.71', '51', 5),
    ranked('36.04', '50', 6),
    ranked('36.73', '29', 7),
    ranked('36.01', '17', 8),
  ],
  notRanked: [],
  provinceScore: null,
  dates: ['2019-08-21', '2019-10-30', '2019-12-19', '2019-12-31'],
  publications: [
    { source: b5, asOf: '2019-08-21', status: 'provisional', units: 8 },
    { source: { id: 'B6', citation: 'x' }, asOf: '2019-10-30', status: 'provisional', units: 1 },
    { source: { id: 'B1', citation: 'y' }, asOf: null, status: 'final', units: 1 },
  ],
  position: '123/123',
};

/** The same year at its end: one score is final, so nobody has a rank. */
export const mixed: PortalRanking = {
  ...august,
  validAt: '2019-12-31',
  title: 'MCP 2019 scores: not ranked, final for 1 of 8 units only',
  titleId: 'Skor MCP 2019: tidak diperingkat, baru 1 dari 8 daerah yang final',
  rows: august.rows.map(({ region: { code }, value }) =>
    row(code, value, {
      rankWithheld: 'mixed-status',
      ...(code === '36.73' && { value: '63', status: 'final', asOf: null, publishedRank: 7 }),
    }),
  ),
};

/** MCP 2020: two of eight are known, one of them corrected. */
export const incomplete: PortalRanking = {
  ...august,
  year: 2020,
  validAt: '2020-12-31',
  dates: ['2020-12-31'],
  publications: [],
  titleId: 'Skor MCP 2020: tidak diperingkat, 2 dari 8 daerah diketahui',
  basis: { unitsAssessed: 2, unitsTotal: 8 },
  rows: [
    row('36.04', '83', { status: 'final', rankBetween: [1, 7], rankWithheld: 'incomplete' }),
    row('36.73', '69.55', {
      status: 'final',
      rankBetween: [2, 8],
      rankWithheld: 'incomplete',
      amended: { from: '68.5' },
      publishedRank: 8,
    }),
  ],
  notRanked: ['36.01', '36.02', '36.03', '36.71', '36.72', '36.74'].map((code) => ({
    region: region(code),
  })),
  provinceScore: {
    ...row('36', '91.76', { status: 'final', asOf: null }),
    region: { code: '36', name: 'Provinsi Banten', level: 'province' },
  },
};

/** Nothing recorded at all. */
export const nothing: PortalRanking = {
  ...august,
  validAt: null,
  titleId: 'MCP 2019: belum ada yang tercatat',
  rows: [],
  dates: [],
  publications: [],
  basis: { unitsAssessed: 0, unitsTotal: 8 },
  position: null,
  notRanked: Object.keys(names).map((code) => ({ region: region(code) })),
};
