import { addDays, lastDayInWords } from '@jejak/domain';
import { deadlines, termPolicies } from '@jejak/views';

import { listOf } from '../reading/list';
import { deadlineShown } from './deadline-shown';

export const deadlineList = listOf(deadlines, {
  path: '/v1/deadlines',
  filters: {
    region: 'region',
    province: 'province',
    state: 'state',
    deadline: 'deadline',
    dueFrom: { field: 'dueOn', is: 'from' },
    dueBefore: { field: 'dueOn', is: 'until', read: (day) => addDays(day, -1) },
  },
  sorts: { dueOn: 'dueOn' },
  defaultSort: 'dueOn',
  policies: termPolicies,
  item: (document, _id, _query, unconfirmed) => deadlineShown(document, unconfirmed),
  columns: {
    id: ({ id }) => id,
    deadline: ({ deadline }) => deadline,
    region: ({ region }) => region,
    province: ({ province }) => province,
    subject: ({ subject }) => subject,
    title: ({ title }) => title,
    dueOn: ({ dueOn }) => dueOn,
    endsAt: ({ endsAt }) => endsAt,
    unknownDay: ({ counted }) => (counted?.dueOn === null ? lastDayInWords(counted) : null),
    calendarVersion: ({ counted }) => counted?.calendarVersion ?? null,
    policy: ({ policy }) => policy && `${policy.kind} ${policy.version}`,
    unconfirmed: ({ unconfirmed }) => unconfirmed.join('; '),
    outstanding: ({ outstanding }) => outstanding?.join(' ') ?? null,
    state: ({ state }) => state,
    setAt: ({ setAt }) => setAt,
    metOn: ({ metOn }) => metOn,
    passedAt: ({ passedAt }) => passedAt,
    passings: ({ passings }) => passings.length,
  },
});
