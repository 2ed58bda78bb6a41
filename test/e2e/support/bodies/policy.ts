import { policySha256 } from '@jejak/event-store';

import { source } from './parts';

const draft = {
  title: 'Time zones of Indonesia',
  effectiveFrom: '1988-01-01',
  legalBasis: 'Keppres 41/1987',
  source,
  unconfirmed: ['zones'],
  content: { zones: [{ id: 'WIB', offsetMinutes: 420, provinces: ['36'] }] },
};

export const policyBodies: Readonly<Record<string, object>> = {
  '/v1/policies/time-zones/draft': draft,
  '/v1/policies/time-zones/approve': {
    contentSha256: policySha256({ kind: 'time-zones', ...draft }),
  },
  '/v1/policies/time-zones/retire': { lastDay: '2026-12-31', reason: 'Replaced' },
};
