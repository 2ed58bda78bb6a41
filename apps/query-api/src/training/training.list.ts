import { trainingRegister } from '@jejak/views';

import { listOf } from '../reading/list';

export const trainingList = listOf(trainingRegister, {
  path: '/v1/trainings',
  filters: { region: 'region' },
  sorts: { changedAt: 'changedAt' },
  columns: {
    training: ({ training }) => training,
    region: ({ region }) => region,
    title: ({ title }) => title,
    period: ({ period }) => period,
    sessions: ({ sessions }) => sessions.length,
    participants: ({ participants }) => participants,
    announced: ({ announcements }) => announcements.at(-1)?.count ?? null,
    assessed: ({ assessed }) => assessed,
    changedAt: ({ changedAt }) => changedAt,
  },
});
