import { evidenceStream, type JejakEvent, scorecardStream } from '@jejak/domain';
import type { EvidenceEvent, EvidenceSubmitted } from '@jejak/domain/evidence/events';
import type { ScorecardEvent, ScorecardOpened } from '@jejak/domain/scorecard/events';

interface Fact {
  readonly stream: string;
  readonly event: JejakEvent;
  readonly recordedAt?: string;
}

const key = { region: '36.01', instrument: 'MCP', year: 2018 };
export const closesAt = '2018-10-31T16:59:59.999Z';
export const sha = { inventory: 'a1'.repeat(32), late: 'b2'.repeat(32) };

const sub = (id: string, documents: readonly (readonly [id: string, points: string])[]) => ({
  id,
  weight: '1',
  maximumPoints: String(documents.reduce((sum, [, points]) => sum + Number(points), 0)),
  documents: documents.map(([name, points]) => ({ id: name, points })),
});

/** Pandeglang's scorecard of a framework with two areas; one of them a recorded area. */
export const openedWithEvidence: ScorecardOpened = {
  type: 'ScorecardOpened',
  data: {
    ...key,
    level: 'regency',
    frameworkVersion: 1,
    scale: { minimum: '0', maximum: '100' },
    decimalPlaces: 2,
    areas: [
      {
        id: 'assets',
        weight: '1',
        indicators: [
          {
            id: 'assets.1',
            name: 'Sertifikasi',
            weight: '1',
            subIndicators: [
              sub('assets.1.1', [
                ['certificates', '80'],
                ['inventory', '20'],
              ]),
              sub('assets.1.2', [['fences', '10']]),
            ],
          },
        ],
      },
      { id: 'procurement', weight: '1', indicators: null },
    ],
    bands: [
      { id: 'red', from: '0', to: '25' },
      { id: 'yellow', from: '25', to: '50' },
      { id: 'green', from: '50', to: '100' },
    ],
    closesAt,
  },
};

const onScorecard = (event: ScorecardEvent, recordedAt?: string): Fact => ({
  stream: scorecardStream(key),
  event,
  ...(recordedAt === undefined ? {} : { recordedAt }),
});
const onEvidence = (event: EvidenceEvent, recordedAt: string): Fact => ({
  stream: evidenceStream(event.data),
  event,
  recordedAt,
});
const origin = { ...key, area: 'assets', indicator: 'assets.1', subIndicator: 'assets.1.1' };
const receipt = (number: number): string => `36.01-mcp-2018-assets.1.1-${number}`;

const submitted = (
  number: number,
  change: Partial<EvidenceSubmitted['data']> = {},
): EvidenceSubmitted => ({
  type: 'EvidenceSubmitted',
  data: {
    ...origin,
    document: 'inventory',
    receipt: receipt(number),
    sha256: sha.inventory,
    size: 1024,
    title: 'inventory.pdf',
    handedInAt: null,
    late: false,
    closesAt,
    replaces: null,
    submittedBy: 'simral',
    ...change,
  },
});

/** In time, returned, handed in again and verified; another document came late. */
export const evidenceFacts: readonly Fact[] = [
  onScorecard(openedWithEvidence, '2018-02-01T00:00:00.000Z'),
  onScorecard({
    type: 'IndicatorAssigned',
    data: {
      ...key,
      area: 'assets',
      indicator: 'assets.1',
      subIndicator: null,
      unit: 'bpkad',
      replaces: null,
      assignedBy: 'operator-1',
    },
  }),
  onEvidence(submitted(0), '2018-10-01T00:00:00.000Z'),
  onEvidence(
    {
      type: 'EvidenceReturned',
      data: {
        ...origin,
        document: 'inventory',
        receipt: receipt(0),
        reason: 'Page 2 is missing',
        returnedBy: 'bpkp',
      },
    },
    '2018-10-02T00:00:00.000Z',
  ),
  onEvidence(submitted(2, { replaces: receipt(0) }), '2018-10-03T00:00:00.000Z'),
  onEvidence(
    submitted(3, {
      document: 'certificates',
      sha256: sha.late,
      title: 'certificates.pdf',
      late: true,
    }),
    '2018-11-02T00:00:00.000Z',
  ),
  onEvidence(
    {
      type: 'EvidenceVerified',
      data: {
        ...origin,
        document: 'inventory',
        receipt: receipt(2),
        points: '18',
        maximumPoints: '20',
        note: null,
        verifiedBy: 'bpkp',
      },
    },
    '2018-11-10T00:00:00.000Z',
  ),
];

const result = (subIndicator: string, points: string, maximumPoints: string) => ({
  subIndicator,
  points,
  maximumPoints,
});

/** What follows when it is finalised, and what a paper published of it. */
export const finalisedFacts: readonly Fact[] = [
  onEvidence(
    {
      type: 'EvidenceCounted',
      data: {
        ...origin,
        points: '18',
        maximumPoints: '100',
        zeroBecause: null,
        countedBy: 'bpkp',
      },
    },
    '2018-12-01T00:00:00.000Z',
  ),
  onScorecard({
    type: 'ScorecardFinalised',
    data: {
      ...key,
      computed: '4.5',
      areas: [{ area: 'assets', score: '9' }],
      countedAsZero: ['procurement'],
      subIndicators: [
        { ...result('assets.1.1', '18', '100'), zeroBecause: null },
        { ...result('assets.1.2', '0', '10'), zeroBecause: 'not-uploaded' },
      ],
      band: 'red',
    },
  }),
  onScorecard({
    type: 'PublishedScoreRecorded',
    data: {
      ...key,
      publication: 1,
      value: '5',
      status: 'final',
      asOf: null,
      source: { id: 'B3', citation: 'tuntasmedia.com, 2019-12' },
      publishedRank: null,
      computed: '4.5',
      difference: '-0.5',
      claimedBand: 'yellow',
      band: 'red',
    },
  }),
];
