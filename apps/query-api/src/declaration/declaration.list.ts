import { complianceStatistics, declarationRegister } from '@jejak/views';

import { listOf } from '../reading/list';

export const declarationList = listOf(declarationRegister, {
  path: '/v1/declarations',
  filters: {
    region: 'region',
    province: 'province',
    field: 'field',
    obliged: { field: 'obliged', read: (text) => text === 'true' },
  },
  sorts: { changedAt: 'changedAt' },
  columns: {
    person: ({ person }) => person,
    post: ({ post }) => post,
    title: ({ title }) => title,
    region: ({ region }) => region,
    province: ({ province }) => province,
    field: ({ field }) => field,
    obliged: ({ obliged }) => obliged,
    since: ({ times }) => times.at(-1)?.since ?? null,
    endedOn: ({ times }) => times.at(-1)?.endedOn ?? null,
    nextFiling: ({ expected }) => expected.at(-1)?.filing ?? null,
    nextDueOn: ({ expected }) => expected.at(-1)?.dueOn ?? null,
    lastFiling: ({ filings }) => filings.at(-1)?.filing ?? null,
    lastFiledOn: ({ filings }) => filings.at(-1)?.filedOn ?? null,
    lastLate: ({ filings }) => filings.at(-1)?.late ?? null,
    lastStatus: ({ filings }) => filings.at(-1)?.status ?? null,
    changedAt: ({ changedAt }) => changedAt,
  },
});

export const statisticList = listOf(complianceStatistics, {
  path: '/v1/declarations/statistics',
  filters: { year: { field: 'year', read: Number }, field: 'field', source: 'source.id' },
  columns: {
    year: ({ year }) => year,
    asOf: ({ asOf }) => asOf,
    field: ({ field }) => field,
    obligors: ({ obligors }) => obligors,
    submitted: ({ submitted }) => submitted,
    complete: ({ complete }) => complete,
    submittedPercent: ({ submittedPercent }) => submittedPercent,
    completePercent: ({ completePercent }) => completePercent,
    source: ({ source }) => source.id,
  },
});
