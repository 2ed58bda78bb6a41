import { frameworkStream, scorecardStream, type JejakEvent } from '@jejak/domain';
import type { FrameworkContent } from '@jejak/domain/framework/events';
import { mcp2019 } from '@jejak/domain/testing/frameworks';

import { bantenRegions, scoreFacts } from './banten';
import { recorded } from './recorded';

const areasOf = (...ids: readonly string[]): FrameworkContent['areas'] =>
  ids.map((id) => ({
    id,
    name: id,
    weight: '1',
    appliesTo: id === 'village-funds' ? ['regency'] : ['regency', 'city'],
    indicators: null,
  }));

/** Areas of MCP 2023 and 2024 as far as a city and a regency differ and 2024 broke with 2023. */
export const areas2023 = ['planning-and-budgeting', 'procurement', 'licensing', 'village-funds'];
export const areas2024 = [
  'planning',
  'budgeting',
  'procurement',
  'public-services',
  'village-funds',
];

type Fact = Parameters<typeof recorded>[0][number];

export function frameworkFacts(year: number, ids: readonly string[], version = 1): Fact[] {
  const key = { instrument: 'MCP', year, version };
  const content = { ...mcp2019, title: `MCP ${year}`, areas: areasOf(...ids) };
  const events: readonly JejakEvent[] = [
    {
      type: 'FrameworkDrafted',
      data: { ...key, content, draftedBy: 'operator-1', contentSha256: 'ab'.repeat(32) },
    },
    { type: 'FrameworkPublished', data: { ...key, approvedBy: 'verifier-1' } },
  ];
  return events.map((event) => ({ stream: frameworkStream(key), event }));
}

/** A scorecard of a city with the scores of some of its areas; as they are stored. */
export function scorecardFacts(
  region: string,
  year: number,
  ids: readonly string[],
  scores: Readonly<Record<string, string>>,
): Fact[] {
  const key = { region, instrument: 'MCP', year };
  const given = Object.entries(scores).map(([area, score]) => ({ area, score }));
  const source = { id: 'B7', citation: 'cilegon.go.id' };
  const events = [
    {
      type: 'ScorecardOpened',
      data: {
        ...key,
        level: 'city',
        frameworkVersion: 1,
        scale: mcp2019.scale,
        decimalPlaces: 2,
        areas: ids
          .filter((id) => id !== 'village-funds')
          .map((id) => ({ id, weight: '1', indicators: null })),
      },
    },
    { type: 'AreaScoresRecorded', data: { ...key, scores: given, asOf: null, source } },
  ] as readonly JejakEvent[];
  return events.map((event) => ({ stream: scorecardStream(key), event }));
}

/** Kota Cilegon in 2024 with its areas, Kota Serang in 2023 without: what was published of both. */
export const scoreLog = () =>
  recorded([
    ...bantenRegions,
    ...frameworkFacts(2023, areas2023),
    ...frameworkFacts(2024, areas2024),
    ...scorecardFacts('36.72', 2024, areas2024, {
      planning: '83',
      budgeting: '92',
      procurement: '65',
    }),
    ...scorecardFacts('36.71', 2024, areas2024, { planning: '90.5', procurement: '60' }),
    ...scoreFacts({
      year: 2023,
      status: 'final',
      asOf: null,
      source: 'B7',
      scores: { '36.72': '87' },
    }),
    ...scoreFacts({
      year: 2024,
      status: 'final',
      asOf: '2025-02-16',
      source: 'B7',
      scores: { '36.72': '83' },
      ranks: { '36.72': 8 },
    }),
  ]);
