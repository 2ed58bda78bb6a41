import {
  evidenceStream,
  type JejakEvent,
  regionStream,
  scorecardStream,
  type ScorecardKey,
} from '@jejak/domain';
import { wholeYear } from '@jejak/client';

import { sampleAreas } from '../../../libs/client/src/year/framework';
import type { CountryScale } from './scale';

const source = { id: 'BENCH', citation: 'simulated for a measurement, no fact' };
const areas = sampleAreas(wholeYear);
const closesAt = '2024-11-30T16:59:59.999Z';

/** What is appended to a stream at once. */
export interface Written {
  readonly stream: string;
  /** Revision of its last event before; `none`: it begins here. */
  readonly after: bigint | 'none';
  readonly events: readonly JejakEvent[];
}

/** A year in the order in which commands would have recorded it: a view may rest on that order. */
export interface WrittenYear {
  readonly opening: Written;
  /** Streams that do not wait for each other. */
  readonly evidence: readonly Written[];
  readonly end: Written;
}

/** Codes of the provinces, each followed by those of its governments. */
export function governmentsOf({ governments, provinces }: CountryScale): readonly string[] {
  const below = governments - provinces;
  return Array.from({ length: provinces }, (_, at) => {
    const count = Math.floor(((at + 1) * below) / provinces) - Math.floor((at * below) / provinces);
    const province = String(11 + at);
    const codes = Array.from({ length: count }, (__, n) => String(n + 1).padStart(2, '0'));
    return [province, ...codes.map((code) => `${province}.${code}`)];
  }).flat();
}

const keyOf = (region: string, year: number): ScorecardKey => ({ region, instrument: 'MCP', year });

export const registered = (code: string): Written => ({
  stream: regionStream(code),
  after: 'none',
  events: [
    {
      type: 'RegionRegistered',
      data: {
        ...{ code, name: `Pemerintah ${code}`, level: code.includes('.') ? 'regency' : 'province' },
        parent: code.includes('.') ? code.slice(0, 2) : null,
        ...{ validFrom: null, validUntil: null, subdivisions: null, source },
      },
    },
  ],
});

/** A scorecard on which every sub-indicator takes evidence until the closing; null: it has none. */
export const opened = (region: string, year: number, closing: string | null): JejakEvent => ({
  type: 'ScorecardOpened',
  data: {
    ...keyOf(region, year),
    ...{ level: region.includes('.') ? 'regency' : 'province', frameworkVersion: 1 },
    scale: { minimum: '0', maximum: '100' },
    decimalPlaces: 2,
    areas: areas.map(({ id, indicators }) => ({
      ...{ id, weight: '1' },
      indicators: indicators.map(({ id: indicator, name, subIndicators }) => ({
        ...{ id: indicator, name, weight: '1' },
        subIndicators: subIndicators.map(({ id: part, documents }) => ({
          ...{ id: part, weight: '1', maximumPoints: '100' },
          documents: documents.map(({ id: document, points }) => ({
            ...{ id: document, points: String(points) },
          })),
        })),
      })),
    })),
    bands: null,
    closesAt: closing,
  },
});

/** Every sub-indicator with the documents it asks for. */
export const places = areas.flatMap(({ id: area, indicators }) =>
  indicators.flatMap(({ id: indicator, subIndicators }) =>
    subIndicators.map(({ id: subIndicator, documents }) => {
      return { area, indicator, subIndicator, documents };
    }),
  ),
);

/** Points reached, the same for every part of a government: no two governments are equal. */
const shareOf = (number: number): number => 40 + (number % 6_000) / 100;

/** Everything that was recorded about the year of the n-th government. */
export function yearOf(region: string, number: number): WrittenYear {
  const key = keyOf(region, 2024);
  const reached = String(shareOf(number));
  const evidence = places.map(({ documents, ...part }): Written => {
    const place = { ...key, ...part };
    const stream = evidenceStream(place);
    const reviewed = documents.flatMap(({ id: document, points, title }, at): JejakEvent[] => {
      const receipt = `${stream.slice('evidence-'.length)}-${at * 2}`;
      const maximumPoints = String(points);
      return [
        {
          type: 'EvidenceSubmitted',
          data: {
            ...{ ...place, document, receipt, sha256: 'cd'.repeat(32), size: 482_113, title },
            ...{ handedInAt: null, late: false, closesAt, replaces: null },
            submittedBy: 'demo-operator',
          },
        },
        {
          type: 'EvidenceVerified',
          data: {
            ...{ ...place, document, receipt, points: maximumPoints, maximumPoints },
            ...{ note: null, verifiedBy: 'demo-verifier' },
          },
        },
      ];
    });
    const counted = { points: reached, maximumPoints: '100', zeroBecause: null };
    const data = { ...place, ...counted, countedBy: 'demo-verifier' };
    return { stream, after: 'none', events: [...reviewed, { type: 'EvidenceCounted', data }] };
  });
  const finalised: JejakEvent = {
    type: 'ScorecardFinalised',
    data: {
      ...key,
      computed: reached,
      areas: areas.map(({ id: area }) => ({ area, score: reached })),
      countedAsZero: [],
      subIndicators: places.map(({ subIndicator }) => ({
        ...{ subIndicator, points: reached, maximumPoints: '100', zeroBecause: null },
      })),
      band: null,
    },
  };
  const stream = scorecardStream(key);
  return {
    opening: { stream, after: 'none', events: [opened(region, 2024, closesAt)] },
    evidence,
    end: { stream, after: 0n, events: [finalised] },
  };
}
