import type { RegionRegistered } from '../region/events';
import type { OpenScorecard } from '../scorecard/commands';
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
  framework: { version: 1, content: mcp2019 },
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
