import { addDays, lastDayInWords } from '@jejak/domain';
import { type DeadlineDocument, deadlines } from '@jejak/views';

import { listOf } from '../reading/list';

/** A deadline without what only the clock needs, and what only tells how it stood before. */
export type DeadlineItem = Omit<DeadlineDocument, 'terms' | 'watchedFrom' | 'turns' | 'undatedAt'>;

export const deadlineItem = ({
  terms: _,
  watchedFrom: __,
  turns: ___,
  undatedAt: ____,
  ...item
}: DeadlineDocument): DeadlineItem => item;

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
  item: deadlineItem,
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
    outstanding: ({ outstanding }) => outstanding?.join(' ') ?? null,
    state: ({ state }) => state,
    setAt: ({ setAt }) => setAt,
    metOn: ({ metOn }) => metOn,
    passedAt: ({ passedAt }) => passedAt,
    passings: ({ passings }) => passings.length,
  },
});
