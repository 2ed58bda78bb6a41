import { source } from './parts';

export const trainingBodies: Readonly<Record<string, object>> = {
  '/v1/trainings/x-2024/open': {
    region: '36.72',
    title: 'Tunas integritas',
    period: '2024',
    organiser: 'Inspektorat',
    source,
  },
  '/v1/trainings/x-2024/hold-session': {
    session: 's1',
    date: '2024-01-08',
    place: 'Aula',
    speaker: 'KPK',
    audience: ['DPRD'],
    source,
  },
  '/v1/trainings/x-2024/count-participants': { group: 'formed', count: 222, source },
  '/v1/trainings/x-2024/register-participant': { person: '5f0c2a91-3c1e-4b7a-9a43-7f0f5a4c2e11' },
  '/v1/trainings/x-2024/announce-assessment': { count: 300, source },
  '/v1/trainings/x-2024/assess-group': {
    group: 'formed',
    assessed: 10,
    passed: 9,
    assessedOn: '2024-02-01',
    source,
  },
  '/v1/trainings/x-2024/assess-participant': {
    person: '5f0c2a91-3c1e-4b7a-9a43-7f0f5a4c2e11',
    passed: true,
    assessedOn: '2024-02-01',
  },
};
