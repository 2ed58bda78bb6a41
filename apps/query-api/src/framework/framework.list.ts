import { frameworkRegister } from '@jejak/views';

import { listOf } from '../reading/list';

export const frameworkList = listOf(frameworkRegister, {
  path: '/v1/frameworks',
  filters: { instrument: { field: 'instrument', read: (text) => text.toUpperCase() } },
  sorts: { year: 'year', changedAt: 'changedAt' },
  columns: {
    instrument: ({ instrument }) => instrument,
    year: ({ year }) => year,
    version: ({ published }) => published.at(-1)?.version ?? null,
    title: ({ published }) => published.at(-1)?.title ?? null,
    effectiveFrom: ({ published }) => published.at(-1)?.effectiveFrom ?? null,
    areas: ({ published }) => published.at(-1)?.areas.length ?? null,
    weightsBasis: ({ published }) => published.at(-1)?.weightsBasis ?? null,
    legalBasis: ({ published }) => published.at(-1)?.legalBasis ?? null,
    source: ({ published }) => published.at(-1)?.source.id ?? null,
    approvedBy: ({ published }) => published.at(-1)?.approvedBy ?? null,
    draftedVersion: ({ draft }) => draft?.version ?? null,
    changedAt: ({ changedAt }) => changedAt,
  },
});
