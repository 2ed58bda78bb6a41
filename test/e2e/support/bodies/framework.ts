import type { FrameworkContent } from '@jejak/domain/framework';
import { frameworkSha256 } from '@jejak/event-store';

import { source } from './parts';

const draft: FrameworkContent = {
  title: 'Survei Penilaian Integritas 2025',
  effectiveFrom: '2025-01-01',
  scale: { minimum: '0', maximum: '100' },
  decimalPlaces: 2,
  areas: [
    {
      id: 'internal',
      name: 'Internal',
      weight: '1',
      appliesTo: ['city'],
      indicators: [
        {
          id: 'one',
          name: 'One',
          weight: '1',
          appliesTo: ['city'],
          subIndicators: [
            {
              id: 'one.1',
              name: 'One, first part',
              weight: '1',
              appliesTo: ['city'],
              maximumPoints: '50',
              documents: [{ id: 'menus', title: 'Menus', points: '50' }],
            },
          ],
        },
      ],
    },
  ],
  weightsBasis: 'published',
  bands: [{ id: 'red', from: '0', to: '100' }],
  closesAt: '2025-11-30T16:59:59.000Z',
  legalBasis: 'UU 19/2019 article 8',
  source,
};

export const frameworkBodies: Readonly<Record<string, object>> = {
  '/v1/frameworks/SPI/2025/draft': draft,
  '/v1/frameworks/SPI/2025/publish': {
    version: 1,
    contentSha256: frameworkSha256({ instrument: 'SPI', year: 2025, content: draft }),
  },
};
