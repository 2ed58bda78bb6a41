import { trainingRegister } from '@jejak/views';

import { listOf } from '../reading/list';

export const trainingList = listOf(trainingRegister, {
  path: '/v1/trainings',
  filters: { region: 'region', province: 'province' },
  sorts: { changedAt: 'changedAt' },
  columns: {
    training: ({ training }) => training,
    region: ({ region }) => region,
    province: ({ province }) => province,
    title: ({ title }) => title,
    period: ({ period }) => period,
    sessions: ({ sessions }) => sessions.length,
    participants: ({ participants }) => participants,
    announced: ({ announcements }) => announcements.at(-1)?.count ?? null,
    assessed: ({ assessed }) => assessed,
    organiser: ({ organiser }) => organiser,
    registeredByName: ({ persons }) => persons.registered,
    assessedByName: ({ persons }) => persons.assessed,
    groups: ({ groups }) => groups.length,
    assessments: ({ assessments }) => assessments.length,
    source: ({ source }) => source?.id ?? null,
    changedAt: ({ changedAt }) => changedAt,
  },
});
