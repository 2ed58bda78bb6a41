import { type JejakEvent } from '@jejak/domain';

/** A policy of Java's and Papua's zones, in force from 1988 on. */
export const zonesForTests: readonly JejakEvent[] = [
  {
    type: 'PolicyDrafted',
    data: {
      kind: 'time-zones',
      content: {
        zones: [
          { id: 'WIT', offsetMinutes: 540, provinces: ['91'] },
          { id: 'WIB', offsetMinutes: 420, provinces: ['36'] },
        ],
      },
      title: 'Zones for a test',
      effectiveFrom: '1988-01-01',
      legalBasis: 'none',
      source: { id: 'T', citation: 'made up for a test' },
      unconfirmed: [],
      version: 1,
      draftedBy: 'operator-1',
      contentSha256: 'ab'.repeat(32),
    },
  },
  { type: 'PolicyApproved', data: { kind: 'time-zones', version: 1, approvedBy: 'verifier-1' } },
];
