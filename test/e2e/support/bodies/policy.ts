import { source } from './parts';

export const policyBodies: Readonly<Record<string, object>> = {
  '/v1/policies/time-zones/draft': {
    title: 'Time zones of Indonesia',
    effectiveFrom: '1988-01-01',
    legalBasis: 'Keppres 41/1987',
    source,
    unconfirmed: ['zones'],
    content: { zones: [{ id: 'WIB', offsetMinutes: 420, provinces: ['36'] }] },
  },
  '/v1/policies/time-zones/approve': {},
  '/v1/policies/time-zones/retire': { lastDay: '2026-12-31', reason: 'Replaced' },
};
