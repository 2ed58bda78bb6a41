import { scorecardStream, type JejakEvent, type RecordedEvent } from '@jejak/domain';
import type { RegionLevel } from '@jejak/domain/region/events';
import type { ScoreStatus } from '@jejak/domain/scorecard/events';

import { recorded } from './recorded';

interface Fact {
  readonly stream: string;
  readonly event: JejakEvent;
  readonly recordedAt?: string;
}

const cited = (id: string) => ({ id, citation: `source ${id} of the published facts on Banten` });

const regions: readonly [code: string, name: string, level: RegionLevel][] = [
  ['36', 'Provinsi Banten', 'province'],
  ['36.01', 'Kabupaten Pandeglang', 'regency'],
  ['36.02', 'Kabupaten Lebak', 'regency'],
  ['36.03', 'Kabupaten Tangerang', 'regency'],
  ['36.04', 'Kabupaten Serang', 'regency'],
  ['36.71', 'Kota Tangerang', 'city'],
  ['36.72', 'Kota Cilegon', 'city'],
  ['36.73', 'Kota Serang', 'city'],
  ['36.74', 'Kota Tangerang Selatan', 'city'],
];

export const regionFact = (code: string, name: string, level: RegionLevel): Fact => ({
  stream: `region-${code}`,
  event: {
    type: 'RegionRegistered',
    data: {
      code,
      name,
      level,
      parent: level === 'province' ? null : code.slice(0, 2),
      validFrom: null,
      validUntil: null,
      subdivisions: null,
      source: cited('K2'),
    },
  },
});

export interface PublishedScore {
  readonly instrument?: string;
  readonly year: number;
  readonly status: ScoreStatus;
  readonly asOf: string | null;
  readonly source: string;
  readonly scores: Readonly<Record<string, string>>;
  readonly ranks?: Readonly<Record<string, number>>;
  readonly recordedAt?: string;
}

/** One publication as the events of the scorecards it names; numbers them from `publication`. */
export function scoreFacts(published: PublishedScore, publication = 1): readonly Fact[] {
  const { instrument = 'MCP', year, status, asOf, source, scores, ranks, recordedAt } = published;
  return Object.entries(scores).map(([region, value]) => ({
    stream: scorecardStream({ region, instrument, year }),
    event: {
      type: 'PublishedScoreRecorded',
      data: {
        region,
        instrument,
        year,
        publication,
        value,
        status,
        asOf,
        computed: null,
        difference: null,
        claimedBand: null,
        band: null,
        source: cited(source),
        publishedRank: ranks?.[region] ?? null,
      },
    },
    ...(recordedAt === undefined ? {} : { recordedAt }),
  }));
}

/** Figures that were published about Banten, in the order in which they were. */
const published: readonly (readonly [PublishedScore, publication?: number])[] = [
  [
    {
      year: 2019,
      status: 'provisional',
      asOf: '2019-08-21',
      source: 'B5',
      scores: {
        '36.01': '17',
        '36.02': '67',
        '36.03': '83',
        '36.04': '50',
        '36.71': '51',
        '36.72': '65',
        '36.73': '29',
        '36.74': '65',
      },
    },
  ],
  [
    {
      year: 2019,
      status: 'provisional',
      asOf: '2019-10-30',
      source: 'B6',
      scores: { '36.73': '29' },
    },
    2,
  ],
  [
    {
      year: 2019,
      status: 'provisional',
      asOf: '2019-12-19',
      source: 'B3',
      scores: { '36.01': '32', '36.04': '69', '36.73': '44' },
      ranks: { '36.01': 8, '36.04': 6, '36.73': 7 },
    },
    3,
  ],
  [{ year: 2019, status: 'final', asOf: null, source: 'B1', scores: { '36.73': '63' } }, 4],
  [
    {
      year: 2022,
      status: 'final',
      asOf: null,
      source: 'S5',
      scores: { '36.73': '91' },
      ranks: { '36.73': 4 },
    },
  ],
  [
    {
      year: 2023,
      status: 'provisional',
      asOf: '2023-11-08',
      source: 'S5',
      scores: { '36.73': '64' },
    },
  ],
  [{ year: 2023, status: 'final', asOf: null, source: 'B7', scores: { '36.72': '87' } }],
  [
    {
      instrument: 'SPI',
      year: 2024,
      status: 'final',
      asOf: null,
      source: 'I7',
      scores: {
        '36': '71.21',
        '36.71': '75.22',
        '36.72': '66',
        '36.73': '64.86',
        '36.74': '76.25',
      },
    },
  ],
];

export const bantenRegions: readonly Fact[] = regions.map((region) => regionFact(...region));

export const bantenScores: readonly Fact[] = published.flatMap((one) => scoreFacts(...one));

/** The regions and published scores of Banten as one log. */
export const bantenLog = (): readonly RecordedEvent<JejakEvent>[] =>
  recorded([...bantenRegions, ...bantenScores]);
