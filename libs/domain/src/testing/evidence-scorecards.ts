import type { FrameworkContent, FrameworkSubIndicator } from '../framework/events';
import type { RegionLevel } from '../region/events';
import type { OpenScorecard } from '../scorecard/commands';
import type { AssessedArea, ScorecardOpened } from '../scorecard/events';
import { mcp2019 } from './frameworks';
import { context, kotaSerang } from './scorecards';

const sub = (
  id: string,
  weight: string,
  points: readonly string[],
  maximumPoints: string,
): FrameworkSubIndicator => ({
  id,
  name: id,
  weight,
  appliesTo: null,
  maximumPoints,
  documents: points.map((worth, index) => ({ id: `d${index + 1}`, title: 'x', points: worth })),
});
const below: readonly RegionLevel[] = ['regency', 'city'];
const whole = { weight: '1', appliesTo: null } as const;

/** Three areas with sub-indicators; of two of them a city is not assessed in every part. */
export const mcp2025: FrameworkContent = {
  ...mcp2019,
  title: 'Monitoring, Controlling, Surveillance for Prevention 2025',
  effectiveFrom: '2025-01-01',
  weightsBasis: 'published',
  areas: [
    {
      id: 'assets',
      name: 'Pengelolaan BMD',
      weight: '60',
      appliesTo: below,
      indicators: [
        {
          ...whole,
          id: 'assets.1',
          name: 'Sertifikasi',
          subIndicators: [
            sub('assets.1.1', '2', ['50', '50'], '100'),
            sub('assets.1.2', '1', ['10'], '10'),
          ],
        },
      ],
    },
    {
      id: 'tax',
      name: 'Optimalisasi pajak',
      weight: '20',
      appliesTo: below,
      indicators: [
        {
          ...whole,
          id: 'tax.1',
          name: 'Database',
          subIndicators: [
            sub('tax.1.1', '1', ['15', '5'], '20'),
            { ...sub('tax.1.2', '1', ['5'], '5'), appliesTo: ['regency'] },
          ],
        },
      ],
    },
    {
      id: 'villages',
      name: 'Dana desa',
      weight: '20',
      appliesTo: below,
      indicators: [
        {
          id: 'villages.1',
          name: 'Siskeudes',
          weight: '1',
          appliesTo: ['regency'],
          subIndicators: [sub('villages.1.1', '1', ['1'], '1')],
        },
      ],
    },
  ],
};

const documents = (points: readonly string[]) =>
  points.map((worth, index) => ({ id: `d${index + 1}`, points: worth }));

const regencyOnly: AssessedArea = {
  id: 'villages',
  weight: '20',
  indicators: [
    {
      id: 'villages.1',
      name: 'Siskeudes',
      weight: '1',
      subIndicators: [
        { id: 'villages.1.1', weight: '1', maximumPoints: '1', documents: documents(['1']) },
      ],
    },
  ],
};

export const opened2025 = (
  level: 'city' | 'regency',
  closesAt: string | null = null,
): ScorecardOpened => ({
  type: 'ScorecardOpened',
  data: {
    region: '36.73',
    instrument: 'MCP',
    year: 2025,
    level,
    frameworkVersion: 1,
    scale: { minimum: '0', maximum: '100' },
    decimalPlaces: 2,
    areas: [
      {
        id: 'assets',
        weight: '60',
        indicators: [
          {
            id: 'assets.1',
            name: 'Sertifikasi',
            weight: '1',
            subIndicators: [
              {
                id: 'assets.1.1',
                weight: '2',
                maximumPoints: '100',
                documents: documents(['50', '50']),
              },
              { id: 'assets.1.2', weight: '1', maximumPoints: '10', documents: documents(['10']) },
            ],
          },
        ],
      },
      {
        id: 'tax',
        weight: '20',
        indicators: [
          {
            id: 'tax.1',
            name: 'Database',
            weight: '1',
            subIndicators: [
              {
                id: 'tax.1.1',
                weight: '1',
                maximumPoints: '20',
                documents: documents(['15', '5']),
              },
              ...(level === 'regency'
                ? [
                    {
                      id: 'tax.1.2',
                      weight: '1',
                      maximumPoints: '5',
                      documents: documents(['5']),
                    },
                  ]
                : []),
            ],
          },
        ],
      },
      ...(level === 'regency' ? [regencyOnly] : []),
    ],
    bands: mcp2019.bands,
    closesAt,
  },
});

export const openOf2025 = (level: 'city' | 'regency'): OpenScorecard => ({
  type: 'OpenScorecard',
  ...context,
  at: '2025-02-03T02:00:00.000Z',
  region: '36.73',
  instrument: 'MCP',
  year: 2025,
  regionState: { ...kotaSerang, level },
  frameworks: [{ version: 1, content: mcp2025 }],
});
