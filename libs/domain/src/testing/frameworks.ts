import type { FrameworkArea, FrameworkContent } from '../framework/events';

const area = (id: string, appliesTo: FrameworkArea['appliesTo']): FrameworkArea => ({
  id,
  name: id,
  weight: '1',
  appliesTo,
  indicators: null,
});

const below = ['regency', 'city'] as const;

/**
 * MCP of 2019-2020 for regencies and cities: eight areas, of which a city has seven. Weights are
 * assumed equal. Source: viva.co.id 2020 (areas and bands), bantensatu.co 2021-03-04 (seven areas).
 */
export const mcp2019: FrameworkContent = {
  title: 'Monitoring Center for Prevention 2019',
  effectiveFrom: '2019-01-01',
  scale: { minimum: '0', maximum: '100' },
  decimalPlaces: 2,
  areas: [
    area('planning-and-budgeting', below),
    area('procurement', below),
    area('civil-service-management', below),
    area('apip-capability', below),
    area('asset-management', below),
    area('one-stop-licensing', below),
    area('local-revenue', below),
    area('village-funds', ['regency']),
  ],
  weightsBasis: 'assumed-equal',
  bands: [
    { id: 'red', from: '0', to: '25' },
    { id: 'yellow', from: '25', to: '50' },
    { id: 'blue', from: '50', to: '75' },
    { id: 'green', from: '75', to: '100' },
  ],
  closesAt: null,
  legalBasis: 'UU 19/2019 article 8 b and e, as cited by the MCP guide of 2023',
  source: { id: 'M8', citation: 'viva.co.id, 2020' },
};
