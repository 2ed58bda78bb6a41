import type { FrameworkContent } from '@jejak/domain/framework';
import { frameworkSha256 } from '@jejak/event-store';

import { type SendCommand } from './http';

const document = (id: string, points: string) => ({ id, title: id, points });

/** MCP 2018 as nobody published it: two areas, four sub-indicators, uploads ended with October. */
export const framework2018: FrameworkContent = {
  title: 'Monitoring Center for Prevention 2018',
  effectiveFrom: '2018-01-01',
  scale: { minimum: '0', maximum: '100' },
  decimalPlaces: 2,
  areas: [
    {
      id: 'assets',
      name: 'Manajemen Aset Daerah',
      weight: '1',
      appliesTo: ['regency', 'city'],
      indicators: [
        {
          id: 'assets.1',
          name: 'Sertifikasi',
          weight: '1',
          appliesTo: null,
          subIndicators: [
            {
              id: 'assets.1.1',
              name: 'Tanah bersertifikat',
              weight: '1',
              appliesTo: null,
              maximumPoints: '100',
              documents: [document('certificates', '80'), document('inventory', '20')],
            },
            {
              id: 'assets.1.2',
              name: 'Pengamanan',
              weight: '1',
              appliesTo: null,
              maximumPoints: '10',
              documents: [document('fences', '10')],
            },
          ],
        },
      ],
    },
    {
      id: 'villages',
      name: 'Dana Desa',
      weight: '1',
      appliesTo: ['regency'],
      indicators: [
        {
          id: 'villages.1',
          name: 'Siskeudes',
          weight: '1',
          appliesTo: null,
          subIndicators: [
            {
              id: 'villages.1.1',
              name: 'Siskeudes dipakai',
              weight: '1',
              appliesTo: null,
              maximumPoints: '4',
              documents: [document('accounts', '4')],
            },
          ],
        },
      ],
    },
  ],
  weightsBasis: 'assumed-equal',
  bands: [
    { id: 'red', from: '0', to: '25' },
    { id: 'yellow', from: '25', to: '50' },
    { id: 'green', from: '50', to: '100' },
  ],
  closesAt: '2018-10-31T16:59:59.999Z',
  legalBasis: 'For this test',
  source: { id: 'TEST', citation: 'made for this test' },
};

/** Publishes it as two persons, each with the whole country for a jurisdiction. */
export async function publishFramework2018(
  operator: SendCommand,
  verifier: SendCommand,
): Promise<readonly number[]> {
  const drafted = await operator('/v1/frameworks/MCP/2018/draft', framework2018);
  const published = await verifier('/v1/frameworks/MCP/2018/publish', {
    version: 1,
    contentSha256: frameworkSha256({ instrument: 'MCP', year: 2018, content: framework2018 }),
  });
  return [drafted.status, published.status];
}
