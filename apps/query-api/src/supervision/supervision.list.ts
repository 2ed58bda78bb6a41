import { supervisionRegister } from '@jejak/views';

import { listOf } from '../reading/list';
import { supervisionShown } from './supervision-shown';

export const supervisionList = listOf(supervisionRegister, {
  path: '/v1/supervision',
  filters: { region: 'region', province: 'province' },
  sorts: { date: 'date' },
  policies: ['supervision-terms'],
  item: (meeting, _id, _query, unconfirmed) => supervisionShown(meeting, unconfirmed),
  columns: {
    meeting: ({ meeting }) => meeting,
    region: ({ region }) => region,
    province: ({ province }) => province,
    date: ({ date }) => date,
    title: ({ title }) => title,
    place: ({ place }) => place,
    organiser: ({ organiser }) => organiser,
    participants: ({ participants }) => participants.join('; '),
    source: ({ source }) => source?.id ?? null,
    recommendations: ({ recommendations }) => recommendations.length,
    verified: ({ recommendations }) =>
      recommendations.filter(({ state }) => state === 'verified').length,
    disputedDetails: ({ details }) => details.filter(({ disputed }) => disputed).length,
    unconfirmed: ({ recommendations }) =>
      [...new Set(recommendations.flatMap(({ unconfirmed }) => unconfirmed))].join('; '),
    changedAt: ({ changedAt }) => changedAt,
  },
});
