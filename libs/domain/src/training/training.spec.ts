import { givenFor } from '../testing/given';
import { training, type TrainingCommand, type TrainingEvent } from '.';

const given = givenFor(training);
const context = {
  actor: { kind: 'person', id: 'operator' },
  at: '2023-11-09T02:00:00.000Z',
} as const;
const source = { id: 'S4', citation: 'BBC Serang, 2016' };
const key = { training: 'tunas-integritas-2016', region: '36' };
const programme = { ...key, title: 'Tunas integritas', period: '2016', organiser: null, source };
const person = '5f0c2a91-3c1e-4b7a-9a43-7f0f5a4c2e11';

const open = (change: object = {}): TrainingCommand => ({
  ...{ type: 'OpenTraining', ...context, ...programme, regionRegistered: true },
  ...change,
});
const opened: TrainingEvent = { type: 'TrainingOpened', data: programme };
const held = {
  ...{ session: 's1', date: '2023-11-08', place: 'Ledian Hotel', speaker: 'KPK' },
  ...{ audience: ['DPRD', 'OPD'], source: null },
};
const hold = (change: object = {}): TrainingCommand => ({
  ...{ type: 'HoldTrainingSession', ...context, ...held },
  ...change,
});
const sessionHeld: TrainingEvent = { type: 'TrainingSessionHeld', data: { ...key, ...held } };
const count = (change: object = {}): TrainingCommand => ({
  ...{ type: 'CountParticipants', ...context, group: 'formed', count: 222, source },
  ...change,
});
const counted: TrainingEvent = {
  type: 'ParticipantsCounted',
  data: { ...key, group: 'formed', count: 222, source },
};
const assess = (assessed: number, change: object = {}): TrainingCommand => ({
  ...{ type: 'AssessGroup', ...context, group: 'formed', assessed, passed: null },
  ...{ assessedOn: '2016-12-01', source },
  ...change,
});
const assessed = (number: number): TrainingEvent => ({
  type: 'GroupAssessed',
  data: {
    ...{ ...key, group: 'formed', assessed: number, passed: null },
    ...{ assessedOn: '2016-12-01', source },
  },
});
const announce = (change: object = {}): TrainingCommand => ({
  ...{ type: 'AnnounceAssessment', ...context, count: 300, source },
  ...change,
});
const announced: TrainingEvent = {
  type: 'AssessmentAnnounced',
  data: { ...key, count: 300, source },
};
const register = (who = person): TrainingCommand => ({
  ...{ type: 'RegisterParticipant', ...context, person: who },
});
const registered: TrainingEvent = { type: 'ParticipantRegistered', data: { ...key, person } };
const judge = (change: object = {}): TrainingCommand => ({
  ...{ type: 'AssessParticipant', ...context, person, passed: true, assessedOn: '2016-12-01' },
  ...change,
});
const judged: TrainingEvent = {
  type: 'ParticipantAssessed',
  data: { ...key, person, passed: true, assessedOn: '2016-12-01', assessedBy: 'operator' },
};

describe('a training programme', () => {
  it('is opened once, in a registered region', () => {
    given().when(open()).then(opened);
    given(opened).when(open()).refused('training.already-opened');
    given()
      .when(open({ regionRegistered: false }))
      .refused('training.region-unknown');
    given()
      .when(open({ training: 'Tunas 2016' }))
      .refused('training.invalid-identifier');
    given()
      .when(open({ title: '' }))
      .refused('training.blank-text');
    given().when(hold()).refused('training.not-found');
  });

  it('has sessions that were held', () => {
    given(opened).when(hold()).then(sessionHeld);
    given(opened, sessionHeld).when(hold()).refused('training.session-already-held');
    given(opened)
      .when(hold({ date: '2023-11-31' }))
      .refused('training.invalid-date');
    given(opened)
      .when(hold({ date: '2023-11-10' }))
      .refused('training.future-date');
    given(opened)
      .when(hold({ audience: [' '] }))
      .refused('training.blank-text');
  });

  it('counts each group once', () => {
    given(opened).when(count()).then(counted);
    given(opened, counted).when(count()).refused('training.group-already-counted');
    given(opened)
      .when(count({ count: 0 }))
      .refused('training.invalid-count');
  });

  it('keeps what was announced, even beyond what was registered', () => {
    given(opened, counted).when(announce()).then(announced);
    given(opened, announced).when(announce()).refused('training.assessment-already-announced');
  });
});

describe('an assessment', () => {
  it('of a group is of its registered participants only', () => {
    given(opened, counted).when(assess(222)).then(assessed(222));
    given(opened, counted).when(assess(223)).refused('training.assessed-above-registered');
    given(opened, counted, assessed(200))
      .when(assess(23))
      .refused('training.assessed-above-registered');
    given(opened, announced).when(assess(1)).refused('training.group-not-registered');
    given(opened, counted)
      .when(assess(10, { passed: 11 }))
      .refused('training.passed-above-assessed');
  });

  it('of a person follows their registration, under a pseudonym, and happens once', () => {
    given(opened).when(register()).then(registered);
    given(opened).when(register('Budi')).refused('training.invalid-pseudonym');
    given(opened, registered).when(register()).refused('training.person-already-registered');
    given(opened).when(judge()).refused('training.person-not-registered');
    given(opened, registered).when(judge()).then(judged);
    given(opened, registered, judged).when(judge()).refused('training.already-assessed');
  });
});
