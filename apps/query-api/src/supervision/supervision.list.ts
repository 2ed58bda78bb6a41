import { supervisionRegister } from '@jejak/views';

import { listOf } from '../reading/list';

export const supervisionList = listOf(supervisionRegister, {
  path: '/v1/supervision',
  filters: { region: 'region' },
  sorts: { date: 'date' },
  columns: {
    meeting: ({ meeting }) => meeting,
    region: ({ region }) => region,
    date: ({ date }) => date,
    title: ({ title }) => title,
    place: ({ place }) => place,
    organiser: ({ organiser }) => organiser,
    recommendations: ({ recommendations }) => recommendations.length,
    verified: ({ recommendations }) =>
      recommendations.filter(({ state }) => state === 'verified').length,
    disputedDetails: ({ details }) => details.filter(({ disputed }) => disputed).length,
  },
});
