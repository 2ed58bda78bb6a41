import type { TrainingEvent } from '@jejak/domain/training/events';

import { fold, twice } from '../testing/fold';
import { recorded } from '../testing/recorded';
import { trainingRegister } from './training-register';

const key = { training: 't', region: '36' };
const source = { id: 'S4', citation: 'BBC Serang, 2016' };
const person = '5f0c2a91-3c1e-4b7a-9a43-7f0f5a4c2e11';
const opened: TrainingEvent = {
  type: 'TrainingOpened',
  data: { ...key, title: 'Tunas integritas', period: '2016', organiser: null, source },
};
const story: TrainingEvent[] = [
  opened,
  { type: 'ParticipantsCounted', data: { ...key, group: 'formed', count: 222, source } },
  { type: 'AssessmentAnnounced', data: { ...key, count: 300, source } },
  { type: 'ParticipantRegistered', data: { ...key, person } },
  {
    type: 'GroupAssessed',
    data: { ...key, group: 'formed', assessed: 10, passed: null, assessedOn: '2016-12-01', source },
  },
  {
    type: 'ParticipantAssessed',
    data: { ...key, person, passed: true, assessedOn: '2016-12-01', assessedBy: 'o' },
  },
];
const after = (...events: TrainingEvent[]) =>
  fold(
    trainingRegister,
    twice(recorded(events.map((event) => ({ stream: 'training-t', event })))),
  ).get('t');

describe('the register of trainings', () => {
  it('keeps what was announced beside what was registered and assessed', () => {
    expect(after(...story)).toMatchObject({
      ...{ participants: 223, assessed: 11, persons: { registered: 1, assessed: 1 } },
      groups: [{ group: 'formed', count: 222, assessed: 10 }],
      announcements: [{ count: 300 }],
    });
  });

  it('knows of no participants where nobody counted them', () => {
    expect(after(opened)).toMatchObject({ participants: null, assessed: 0 });
  });

  it('shows no pseudonym', () => {
    expect(JSON.stringify(after(...story))).not.toContain(person);
  });
});
