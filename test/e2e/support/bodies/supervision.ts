import { evidence, source } from './parts';

export const supervisionBodies: Readonly<Record<string, object>> = {
  '/v1/supervision/x-2024/record-meeting': {
    region: '36.72',
    title: 'Coordination meeting',
    date: '2024-01-08',
    place: 'Aula',
    organiser: 'KPK',
    participants: ['BPKP'],
    source,
  },
  '/v1/supervision/x-2024/claim-detail': { detail: 'speaker', value: 'A. Speaker', source },
  '/v1/supervision/x-2024/recommend': {
    recommendation: 'r1',
    text: 'Publish the budget',
    addressee: 'Bappeda',
    madeOn: '2024-01-08',
  },
  '/v1/supervision/x-2024/report-follow-up': {
    recommendation: 'r1',
    reportedOn: '2024-02-01',
    evidence,
    note: 'Done',
  },
  '/v1/supervision/x-2024/verify-follow-up': { recommendation: 'r1', note: 'Seen' },
  '/v1/supervision/x-2024/return-follow-up': { recommendation: 'r1', reason: 'A page' },
};
