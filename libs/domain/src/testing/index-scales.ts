import type { PolicyInForce } from '../policy/state';

/** SPI with its published bands (wahananews.co), and an index whose bands nobody published. */
export const scales: PolicyInForce<'index-scales'> = {
  kind: 'index-scales',
  version: 1,
  title: 'Scales',
  effectiveFrom: '2018-01-01',
  legalBasis: 'As published',
  source: { id: 'I4', citation: 'wahananews.co' },
  unconfirmed: [],
  content: {
    scales: [
      {
        kind: 'SPI',
        name: 'Survei Penilaian Integritas',
        minimum: '0',
        maximum: '100',
        bands: [
          { id: 'red', name: 'merah (rentan)', from: '0' },
          { id: 'yellow', name: 'kuning (waspada)', from: '73' },
          { id: 'green', name: 'hijau (terjaga)', from: '78' },
        ],
      },
      { kind: 'IEPK', name: 'IEPK', minimum: '0', maximum: '5', bands: null },
    ],
  },
};
