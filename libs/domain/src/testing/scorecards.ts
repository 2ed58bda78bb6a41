import type { RegionRegistered } from '../region/events';
import type {
  OpenScorecard,
  RecordAreaScores,
  RecordPublishedScore,
  ScoreIndicator,
} from '../scorecard/commands';
import type { ScorecardEvent, ScorecardOpened } from '../scorecard/events';
import { bandOf } from '../framework/band-of';
import { differenceOf } from '../values/decimal';
import { mcp2019 } from './frameworks';

export const kotaSerang: RegionRegistered['data'] = {
  code: '36.73',
  name: 'Kota Serang',
  level: 'city',
  parent: '36',
  validFrom: null,
  validUntil: null,
  subdivisions: { districts: 6, urbanVillages: 67, villages: 0 },
  source: null,
};

export const context = {
  actor: { kind: 'person', id: 'operator' },
  at: '2021-04-01T02:00:00.000Z',
} as const;

export const openKotaSerang2019: OpenScorecard = {
  type: 'OpenScorecard',
  ...context,
  region: '36.73',
  instrument: 'MCP',
  year: 2019,
  regionState: kotaSerang,
  frameworks: [{ version: 1, content: mcp2019 }],
};

/** Kota Serang 2019 by area; the published total is 63. Source: bantensatu.co, 2021-03-04. */
export const kotaSerang2019 = [
  { area: 'planning-and-budgeting', score: '70' },
  { area: 'procurement', score: '42' },
  { area: 'civil-service-management', score: '53' },
  { area: 'apip-capability', score: '48' },
  { area: 'asset-management', score: '64' },
  { area: 'one-stop-licensing', score: '78' },
  { area: 'local-revenue', score: '85' },
];

export const b1 = { id: 'B1', citation: 'bantensatu.co, 2021-03-04' };

/** Somebody who answers for the province, and so may judge a city of it. */
export const jurisdiction: readonly string[] = ['36'];
export const key = { region: '36.73', instrument: 'MCP', year: 2019 };

export const opened: ScorecardOpened = {
  type: 'ScorecardOpened',
  data: {
    ...key,
    level: 'city',
    frameworkVersion: 1,
    scale: { minimum: '0', maximum: '100' },
    decimalPlaces: 2,
    areas: kotaSerang2019.map(({ area }) => ({ id: area, weight: '1', indicators: null })),
    bands: mcp2019.bands,
    closesAt: null,
  },
};
export const listed: ScorecardOpened = {
  type: 'ScorecardOpened',
  data: {
    ...opened.data,
    areas: [
      {
        id: 'procurement',
        weight: '1',
        indicators: [{ id: 'plan', name: 'Plan', weight: '1', subIndicators: null }],
      },
    ],
  },
};
export const points = (change: Partial<ScoreIndicator> = {}): ScoreIndicator => ({
  type: 'ScoreIndicator',
  ...context,
  jurisdiction,
  area: 'procurement',
  indicator: 'plan',
  points: '50',
  maximumPoints: '100',
  evidence: [{ sha256: 'cd'.repeat(32), title: 'Procurement plan' }],
  note: null,
  ...change,
});
export const scored = (change: Partial<ScoreIndicator> = {}): ScorecardEvent => {
  const { area, indicator, points: given, maximumPoints, evidence, note } = points(change);
  return {
    type: 'IndicatorScored',
    data: { ...key, area, indicator, points: given, maximumPoints, evidence, note },
  };
};
export const areas = (change: Partial<RecordAreaScores> = {}): RecordAreaScores => ({
  type: 'RecordAreaScores',
  ...context,
  scores: kotaSerang2019,
  asOf: null,
  source: b1,
  ...change,
});
export const areasRecorded: ScorecardEvent = {
  type: 'AreaScoresRecorded',
  data: { ...key, scores: kotaSerang2019, asOf: null, source: b1 },
};
export const publish = (change: Partial<RecordPublishedScore> = {}): RecordPublishedScore => ({
  type: 'RecordPublishedScore',
  ...context,
  value: '63',
  status: 'final',
  asOf: null,
  source: b1,
  publishedRank: null,
  claimedBand: null,
  ...change,
});
export const published = (
  publication: number,
  computed: string | null,
  change: Partial<RecordPublishedScore> = {},
): ScorecardEvent => {
  const { value, status, asOf, source, publishedRank, claimedBand } = publish(change);
  const difference = computed && differenceOf(computed, value);
  const band = bandOf(mcp2019.bands, value);
  const judged = { computed, difference, claimedBand, band };
  return {
    type: 'PublishedScoreRecorded',
    data: { ...key, publication, value, status, asOf, source, publishedRank, ...judged },
  };
};
export const finalise = {
  type: 'FinaliseScorecard',
  ...context,
  jurisdiction,
  counted: [],
} as const;
export const finalised: ScorecardEvent = {
  type: 'ScorecardFinalised',
  data: {
    ...key,
    computed: '62.86',
    areas: kotaSerang2019,
    countedAsZero: [],
    subIndicators: [],
    band: 'blue',
  },
};
export const amend = (subject: 'finalised' | number, to: string) =>
  ({
    type: 'AmendScore',
    ...context,
    jurisdiction,
    subject,
    to,
    reason: 'the letter of the province was misread',
    decision: '700/12/2021',
  }) as const;
