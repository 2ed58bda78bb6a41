import { givenFor } from '../../testing/given';
import {
  answer,
  answersWorth,
  before,
  by,
  check,
  designate,
  recordedBy,
  review,
  submit,
  values,
} from '../../testing/zones';
import { type Answer, type CycleEvent, type CycleState, zoneCycle } from '..';

const given = givenFor(zoneCycle);
const stateAfter = (events: readonly CycleEvent[]): CycleState =>
  events.reduce((state, event) => zoneCycle.evolve(state, event), zoneCycle.initialState());
const building = before('AnswerZoneQuestions');
const one = (change: Partial<Answer> = {}): Answer => ({
  question: 'change.reform.1',
  value: { kind: 'share', done: 1, due: 2 },
  evidence: [],
  note: null,
  ...change,
});

describe('answering questions', () => {
  it('keeps an answer with its evidence and who gave it', () => {
    const evidence = [{ sha256: 'cd'.repeat(32), title: 'Minutes' }];
    given(...building)
      .when(answer('SELF', [one({ evidence, note: 'Seen' })]))
      .then({
        type: 'ZoneQuestionsAnswered',
        data: {
          region: '36.04',
          unit: 'disdukcapil',
          year: 2024,
          set: 'SELF',
          answers: [one({ evidence, note: 'Seen' })],
          answeredBy: 'unit',
        },
      });
  });

  it('replaces an answer of the same set while the set is open', () => {
    const again = one({ value: { kind: 'blank' } });
    const state = stateAfter([...building, answered([one()]), answered([again])]);
    expect(state).toMatchObject({ sets: { SELF: { answers: [again] } } });
  });

  it('never touches an earlier set', () => {
    const submitted = [...before('CompleteInternalReview')];
    const state = stateAfter(submitted);
    expect(state).toMatchObject({
      sets: { SELF: { answers: answersWorth(90) }, TPI: { answers: answersWorth(90) } },
    });
    given(...submitted)
      .when(answer('SELF', [one()]))
      .refused('zone.set-closed');
  });

  it('is open to each set in its own stage only', () => {
    given(...building)
      .when(answer('TPI', [one()]))
      .refused('zone.set-closed');
    given(...building)
      .when(answer('TPN', [one()]))
      .refused('zone.set-closed');
    given(...recordedBy([designate()]))
      .when(answer('SELF', [one()]))
      .refused('zone.set-closed');
    given(...before('ProposeUnit'))
      .when(answer('TPI', [one()]))
      .refused('zone.set-closed');
  });

  it('is not for somebody who had a part in an earlier set', () => {
    given(...before('CompleteInternalReview'))
      .when({ ...answer('TPI', [one()]), ...by('unit') })
      .refused('zone.judge-took-part');
    for (const earlier of ['unit', 'inspector']) {
      given(...before('RecordZoneEvaluation'))
        .when({ ...answer('TPN', [one()]), ...by(earlier) })
        .refused('zone.judge-took-part');
    }
  });

  it.each<[string, readonly Answer[]]>([
    ['zone.no-answers', []],
    ['zone.question-repeated', [one(), one()]],
    ['zone.question-unknown', [one({ question: 'nowhere.1' })]],
    ['zone.answer-not-in-scale', [one({ value: { kind: 'choice', option: 'A' } })]],
    [
      'zone.answer-not-in-scale',
      [one({ value: { kind: 'index', index: '3.6', respondents: 60 } })],
    ],
    ['zone.answer-not-in-scale', [survey('4.01')]],
    ['zone.answer-not-in-scale', [survey('0.99')]],
    ['zone.invalid-decimal', [survey('three')]],
    ['zone.invalid-count', [survey('3', 0)]],
    ['zone.survey-too-small', [survey('3', 29)]],
    ['zone.invalid-count', [one({ value: { kind: 'share', done: -1, due: 2 } })]],
    ['zone.invalid-count', [one({ value: { kind: 'share', done: 1, due: 1.5 } })]],
    ['zone.invalid-evidence', [one({ evidence: [{ sha256: 'x', title: 'y' }] })]],
    ['zone.blank-text', [one({ note: ' ' })]],
  ])('is refused with %s', (code, answers) => {
    given(...building)
      .when(answer('SELF', answers))
      .refused(code);
  });

  it('takes a survey of exactly the least number of respondents, in its one spelling', () => {
    given(...building)
      .when(answer('SELF', [survey('3.60', 30)]))
      .then(answered([survey('3.6', 30)]));
  });
});

describe('the self assessment', () => {
  it('answers every question, or leaves it blank, which counts 0', () => {
    given(...building)
      .when(submit())
      .refused('zone.unanswered');
    const blank = answersWorth(90).map((each) =>
      each.question === 'change.reform.1' ? { ...each, value: { kind: 'blank' } as const } : each,
    );
    const events = recordedBy([designate(), ...buildAndAnswer(blank), submit()]);
    expect(events.at(-1)).toMatchObject({
      data: { score: { total: '86.4', answered: 14, questions: 15 } },
    });
  });

  it('says what it comes to and every threshold, whether it passes or not', () => {
    const [submitted] = before('CompleteInternalReview').filter(
      ({ type }) => type === 'SelfAssessmentSubmitted',
    );
    expect(submitted).toMatchObject({
      data: {
        score: { total: '90', levers: '54', results: '36' },
        submittedOn: '2024-06-01',
        submittedBy: 'unit',
      },
    });
    expect(submitted?.data).toHaveProperty('checks.length', 12);
  });

  it('follows the designation and comes once', () => {
    const answeredAll = before('SubmitSelfAssessment');
    given(...answeredAll)
      .when(submit('2024-01-14'))
      .refused('zone.before-previous-step');
    given(...answeredAll)
      .when(submit('2025-12-31'))
      .refused('zone.future-date');
    given(...before('CompleteInternalReview'))
      .when(submit())
      .refused('zone.wrong-stage');
  });
});

describe('the internal review', () => {
  const answeredAll = before('CompleteInternalReview');

  it('is by people of other offices, named, who had no part in the self assessment', () => {
    given(...answeredAll)
      .when(review({ reviewers: [] }))
      .refused('zone.no-reviewers');
    given(...answeredAll)
      .when(review({ reviewers: [{ name: 'Somebody', office: 'disdukcapil' }] }))
      .refused('zone.reviewer-of-unit');
    given(...answeredAll)
      .when(review({ reviewers: [{ name: '', office: 'inspektorat' }] }))
      .refused('zone.blank-text');
    given(...answeredAll)
      .when(review({ reviewers: [{ name: 'Somebody', office: 'The Inspectorate' }] }))
      .refused('zone.invalid-identifier');
    given(...answeredAll)
      .when(review(by('unit')))
      .refused('zone.judge-took-part');
  });

  it('answers every question itself', () => {
    const nothing = answeredAll.filter(
      (event) => event.type !== 'ZoneQuestionsAnswered' || event.data.set !== 'TPI',
    );
    given(...nothing)
      .when(review())
      .refused('zone.unanswered');
  });
});

describe('the prerequisites', () => {
  const reviewed = before('CheckPrerequisites');

  it('are checked one by one, each with its value, day and source', () => {
    const events = recordedBy([designate(), check({ values: values.slice(1) })]);
    expect(events.at(-1)).toMatchObject({
      data: {
        policyVersion: 1,
        prerequisites: [
          { id: 'akip', required: 'B', given: null, met: false, unconfirmed: false },
          {
            id: 'lhkpn',
            required: '100',
            given: { value: '100', asOf: '2024-03-31', source: { id: 'sample' } },
            met: true,
            unconfirmed: true,
          },
          { id: 'complaints', required: 'yes', met: true },
        ],
      },
    });
  });

  it.each<[string, string, boolean]>([
    ['akip', 'CC', false],
    ['akip', 'B', true],
    ['akip', 'AA', true],
    ['lhkpn', '99.99', false],
    ['lhkpn', '100.0', true],
    ['complaints', 'no', false],
  ])('%s at %s is met: %s', (id, value, met) => {
    const [sample] = values;
    const events = recordedBy([designate(), check({ values: [{ ...sample!, id, value }] })]);
    const event = events.at(-1)!;
    if (event.type !== 'PrerequisitesChecked') throw new Error('not checked');
    expect(event.data.prerequisites.find((each) => each.id === id)?.met).toBe(met);
  });

  it('may have values of the very day they are checked on', () => {
    const asOf = '2024-07-02';
    const events = recordedBy([designate(), check({ values: [{ ...values[0]!, asOf }] })]);
    expect(events.at(-1)).toMatchObject({
      data: { checkedOn: asOf, prerequisites: [{ given: { asOf } }, {}, {}] },
    });
  });

  it.each<[string, Parameters<typeof check>[0]]>([
    ['zone.policy-missing', { prerequisites: null }],
    ['zone.prerequisite-unknown', { values: [{ ...values[0]!, id: 'wtp' }] }],
    ['zone.prerequisite-repeated', { values: [values[0]!, values[0]!] }],
    ['zone.prerequisite-not-in-scale', { values: [{ ...values[0]!, value: 'E' }] }],
    ['zone.prerequisite-not-in-scale', { values: [{ ...values[1]!, value: '100.1' }] }],
    ['zone.prerequisite-not-in-scale', { values: [{ ...values[2]!, value: 'maybe' }] }],
    ['zone.future-date', { values: [{ ...values[0]!, asOf: '2025-12-31' }] }],
    ['zone.prerequisite-after-check', { values: [{ ...values[0]!, asOf: '2024-07-03' }] }],
    ['zone.blank-text', { values: [{ ...values[0]!, source: { id: '', citation: 'x' } }] }],
    ['zone.invalid-date', { checkedOn: 'today' }],
  ])('are refused with %s', (code, change) => {
    given(...reviewed)
      .when(check(change))
      .refused(code);
  });
});

function answered(answers: readonly Answer[]): CycleEvent {
  return {
    type: 'ZoneQuestionsAnswered',
    data: {
      ...{ region: '36.04', unit: 'disdukcapil', year: 2024 },
      set: 'SELF',
      answers,
      answeredBy: 'unit',
    },
  };
}

function survey(index: string, respondents = 60): Answer {
  return one({ question: 'clean.survey.1', value: { kind: 'index', index, respondents } });
}

function buildAndAnswer(answers: readonly Answer[]) {
  const start: Parameters<typeof recordedBy>[0][number] = {
    type: 'StartZoneBuilding',
    startedOn: '2023-02-01',
    workPlan: { sha256: 'ab'.repeat(32), title: 'Work plan' },
    agents: [],
    ...by('unit'),
  };
  return [start, answer('SELF', answers)];
}
