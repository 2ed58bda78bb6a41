import { evidenceRegister, repeatedContent } from '@jejak/views';

import { listOf } from '../reading/list';

export const evidenceList = listOf(evidenceRegister, {
  path: '/v1/evidence',
  filters: {
    region: 'region',
    province: 'province',
    instrument: { field: 'instrument', read: (text) => text.toUpperCase() },
    year: { field: 'year', read: Number },
    state: 'state',
    late: { field: 'late', read: (text) => text === 'true' },
    sha256: 'sha256',
  },
  sorts: { submittedAt: 'submittedAt' },
  defaultSort: 'submittedAt',
  columns: {
    receipt: ({ receipt }) => receipt,
    region: ({ region }) => region,
    province: ({ province }) => province,
    instrument: ({ instrument }) => instrument,
    year: ({ year }) => year,
    area: ({ area }) => area,
    indicator: ({ indicator }) => indicator,
    subIndicator: ({ subIndicator }) => subIndicator,
    document: ({ document }) => document,
    title: ({ title }) => title,
    sha256: ({ sha256 }) => sha256,
    size: ({ size }) => size,
    submittedBy: ({ submittedBy }) => submittedBy,
    submittedAt: ({ submittedAt }) => submittedAt,
    handedInAt: ({ handedInAt }) => handedInAt,
    closesAt: ({ closesAt }) => closesAt,
    late: ({ late }) => late,
    state: ({ state }) => state,
    points: ({ points }) => points,
    reviews: ({ reviews }) => reviews.length,
    replaces: ({ replaces }) => replaces,
    replacedBy: ({ replacedBy }) => replacedBy,
  },
});

/** Files that were handed in more than once for one scorecard. */
export const repeatedList = listOf(repeatedContent, {
  path: '/v1/evidence/repeated',
  filters: { region: 'region', province: 'province' },
  columns: {
    region: ({ region }) => region,
    province: ({ province }) => province,
    instrument: ({ instrument }) => instrument,
    year: ({ year }) => year,
    scorecard: ({ scorecard }) => scorecard,
    sha256: ({ sha256 }) => sha256,
    first: ({ uses }) => uses[0]?.receipt ?? null,
    again: ({ uses }) =>
      uses
        .slice(1)
        .map(({ receipt }) => receipt)
        .join(' '),
  },
});
