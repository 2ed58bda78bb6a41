import { source } from './parts';

export const disputeBodies: Readonly<Record<string, object>> = {
  '/v1/disputes/MCP/2024/record-claim': {
    by: 'KPK task force',
    date: '2025-08-14',
    text: 'Kota Cilegon is second lowest',
    about: [{ region: '36.72', rank: 7 }],
    source,
  },
};
