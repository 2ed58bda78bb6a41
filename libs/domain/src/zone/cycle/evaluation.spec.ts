import { givenFor } from '../../testing/given';
import {
  answer,
  answersWorth,
  before,
  by,
  check,
  decline,
  designate,
  evaluate,
  nationalAnswers,
  never,
  propose,
  recommend,
  recordedBy,
  survey,
  surveyQuestions,
  values,
  wholeCycle,
  wholeHistory,
} from '../../testing/zones';
import { type CycleCommand, zoneCycle } from '..';

const given = givenFor(zoneCycle);
const checked = before('ProposeUnit');
const lost = { ...never, revocations: [{ predicate: 'WBK' as const, on: '2023-01-01' }] };

describe('proposing a unit', () => {
  it('keeps the window it was proposed in', () => {
    const events = recordedBy([...wholeCycle.slice(0, 7), propose()]);
    expect(events.at(-1)).toMatchObject({
      type: 'UnitProposed',
      data: {
        target: 'WBK',
        proposedOn: '2024-07-18',
        window: { opensOn: '2024-07-18', closesOn: '2024-07-31' },
        policyVersion: 1,
      },
    });
  });

  it.each([
    ['2024-07-17', false],
    ['2024-07-18', true],
    ['2024-07-31', true],
    ['2024-08-01', false],
  ])('on %s lies inside the window of 2024: %s', (proposedOn, inside) => {
    if (inside) recordedBy([...wholeCycle.slice(0, 7), propose({ proposedOn })]);
    else
      given(...checked)
        .when(propose({ proposedOn }))
        .refused('zone.outside-window');
  });

  it('needs an internal result that passes every threshold, not the total alone', () => {
    const weak = (command: CycleCommand): CycleCommand =>
      command.type === 'AnswerZoneQuestions' && command.set === 'TPI'
        ? { ...command, answers: answersWorth(95, { 'clean.performance.1': 49 }) }
        : command;
    given(...before('ProposeUnit', weak))
      .when(propose())
      .refused('zone.threshold-not-reached');
  });

  it('needs prerequisites that were checked and are met', () => {
    given(...before('CheckPrerequisites'))
      .when(propose())
      .refused('zone.prerequisites-unchecked');
    const unmet = recordedBy([...wholeCycle.slice(0, 6), check({ values: values.slice(1) })]);
    given(...unmet)
      .when(propose())
      .refused('zone.prerequisites-unmet');
    recordedBy([...wholeCycle.slice(0, 6), check({ values: [] }), check(), propose()]);
  });

  it('rests on a check of its day or before, never on a later one', () => {
    const on = (checkedOn: string) => [...wholeCycle.slice(0, 6), check({ checkedOn })];
    given(...recordedBy(on('2024-07-19')))
      .when(propose())
      .refused('zone.before-previous-step');
    recordedBy([...on('2024-07-18'), propose()]);
  });

  it('needs the zone to be built for twelve months', () => {
    const since = (startedOn: string) => (command: CycleCommand) =>
      command.type === 'StartZoneBuilding' ? { ...command, startedOn } : command;
    given(...before('ProposeUnit', since('2023-07-19')))
      .when(propose())
      .refused('zone.built-too-briefly');
    given(...before('ProposeUnit', since('2023-07-18')))
      .when(propose({ letter: ' ' }))
      .refused('zone.blank-text');
    recordedBy([...wholeCycle.slice(0, 7).map(since('2023-07-18')), propose()]);
  });

  it('is refused without a policy, before the review, twice, and before its own review', () => {
    given(...checked)
      .when(propose({ windows: null }))
      .refused('zone.policy-missing');
    given(...before('CompleteInternalReview'))
      .when(propose())
      .refused('zone.wrong-stage');
    given(...before('RecordZoneEvaluation'))
      .when(propose())
      .refused('zone.wrong-stage');
    given(...checked)
      .when(propose({ proposedOn: '2024-06-30' }))
      .refused('zone.before-previous-step');
  });

  it('for WBBM is refused once WBK is lost', () => {
    const toWbbm = (command: CycleCommand): CycleCommand =>
      command.type === 'DesignateUnit'
        ? { ...command, target: 'WBBM', predicates: heldWbk }
        : command;
    const answers = (command: CycleCommand): CycleCommand =>
      command.type === 'AnswerZoneQuestions'
        ? { ...command, answers: answersWorth(100) }
        : command.type === 'CheckPrerequisites'
          ? { ...command, values: values.map((each) => ({ ...each, value: better(each.value) })) }
          : toWbbm(command);
    given(...before('ProposeUnit', answers))
      .when(propose({ predicates: lost }))
      .refused('zone.predicate-revoked');
    recordedBy([...wholeCycle.slice(0, 7).map(answers), propose({ predicates: heldWbk })]);
  });
});

const heldWbk = {
  ...never,
  held: {
    predicate: 'WBK' as const,
    year: 2022,
    grantedOn: '2022-12-06',
    spans: [{ from: '2022-12-06', until: null }],
    ...{ monitoring: [], evaluatedOn: '2022-12-06', monitoringTerm: null },
    lastStepOn: '2022-12-06',
  },
};
const better = (value: string): string => (value === 'B' ? 'BB' : value);

describe('the evaluation by the national team', () => {
  const proposed = before('RecordZoneEvaluation');

  it('takes its steps in their order, each once', () => {
    given(...proposed)
      .when(evaluate('desk'))
      .refused('zone.wrong-stage');
    given(...proposed)
      .when(evaluate('field'))
      .refused('zone.wrong-stage');
    given(...before('RecordSurveyResult'))
      .when(evaluate('desk'))
      .refused('zone.wrong-stage');
  });

  it('is by nobody who acted for the unit or its region', () => {
    for (const earlier of ['unit', 'inspector']) {
      given(...proposed)
        .when({ ...evaluate('admin-check'), ...by(earlier) })
        .refused('zone.judge-took-part');
      given(...proposed)
        .when(decline(by(earlier)))
        .refused('zone.judge-took-part');
    }
  });

  it('says what it found, on a day that follows the step before', () => {
    given(...proposed)
      .when(evaluate('admin-check', { findings: '' }))
      .refused('zone.blank-text');
    given(...proposed)
      .when(evaluate('admin-check', { evidence: [{ sha256: '', title: 'x' }] }))
      .refused('zone.invalid-evidence');
    given(...proposed)
      .when(evaluate('admin-check', { evaluatedOn: '2024-07-17' }))
      .refused('zone.before-previous-step');
  });
});

describe('an external survey', () => {
  const desked = before('RecordSurveyResult');

  it('answers its question for the national team, with its source', () => {
    given(...desked)
      .when(answer('TPN', answersWorth(90)))
      .refused('zone.survey-without-source');
    const history = recordedBy([
      ...wholeCycle.slice(0, 11),
      survey('clean.survey.1', { index: '3.60' }),
    ]);
    expect(history.at(-1)).toMatchObject({ data: { index: '3.6', respondents: 60 } });
  });

  it.each<[string, Parameters<typeof survey>]>([
    ['zone.question-unknown', ['nowhere.1']],
    ['zone.not-a-survey', ['change.reform.1']],
    ['zone.survey-too-small', ['clean.survey.1', { respondents: 29 }]],
    ['zone.answer-not-in-scale', ['clean.survey.1', { index: '4.1' }]],
    ['zone.invalid-decimal', ['clean.survey.1', { index: '3,6' }]],
    ['zone.invalid-count', ['clean.survey.1', { respondents: 0 }]],
    ['zone.blank-text', ['clean.survey.1', { source: { id: 'x', citation: ' ' } }]],
    ['zone.future-date', ['clean.survey.1', { surveyedOn: '2026-01-01' }]],
    ['zone.judge-took-part', ['clean.survey.1', by('inspector')]],
  ])('is refused with %s', (code, [question, change]) => {
    given(...desked)
      .when(survey(question, change))
      .refused(code);
  });

  it('comes with the field evaluation, not before the desk', () => {
    given(...before('RecordZoneEvaluation'))
      .when(survey('clean.survey.1'))
      .refused('zone.wrong-stage');
  });
});

describe('the panel', () => {
  const evaluated = before('RecommendPredicate');

  it('recommends what the national result earns', () => {
    expect(wholeHistory().at(-1)).toMatchObject({
      type: 'PredicateRecommended',
      data: { predicate: 'WBK', score: { total: '90' }, overrideGround: null },
    });
  });

  it('passes over missed thresholds on a legal ground only, and needs none otherwise', () => {
    const weak = (command: CycleCommand): CycleCommand =>
      command.type === 'RecordSurveyResult' ? { ...command, index: '3.19' } : command;
    const missed = before('RecommendPredicate', weak);
    given(...missed)
      .when(recommend())
      .refused('zone.threshold-not-reached');
    given(...missed)
      .when(recommend({ overrideGround: ' ' }))
      .refused('zone.blank-text');
    given(...evaluated)
      .when(recommend({ overrideGround: 'Letter 1' }))
      .refused('zone.override-needless');
    const steps = wholeCycle.slice(0, -1).map(weak);
    const events = recordedBy([...steps, recommend({ overrideGround: 'Letter 1' })]);
    expect(events.at(-1)).toMatchObject({ data: { overrideGround: 'Letter 1' } });
  });

  it('waits for every answer, the surveys among them', () => {
    const unsurveyed = evaluated.filter(({ type }) => type !== 'SurveyResultRecorded');
    given(...unsurveyed)
      .when(recommend())
      .refused('zone.unanswered');
  });

  it('declines with reasons, from the proposal on and until it recommends', () => {
    const [declined] = recordedBy([...wholeCycle.slice(0, 8), decline()]).slice(-1);
    expect(declined).toMatchObject({
      type: 'ProposalDeclined',
      data: { reasons: ['Below the standard'] },
    });
    given(...evaluated)
      .when(decline({ reasons: [] }))
      .refused('zone.no-reasons');
    given(...evaluated)
      .when(decline({ reasons: [''] }))
      .refused('zone.blank-text');
    given(...checked)
      .when(decline())
      .refused('zone.wrong-stage');
    given(...wholeHistory())
      .when(decline())
      .refused('zone.wrong-stage');
  });

  it('ends the cycle: nothing follows', () => {
    const ended = [...evaluated, ...recordedBy([...wholeCycle.slice(0, -1), decline()]).slice(-1)];
    for (const history of [wholeHistory(), ended]) {
      given(...history)
        .when(recommend())
        .refused('zone.wrong-stage');
      given(...history)
        .when(answer('TPN', nationalAnswers()))
        .refused('zone.set-closed');
      given(...history)
        .when(survey(surveyQuestions[0]!))
        .refused('zone.wrong-stage');
      given(...history)
        .when(designate())
        .refused('zone.already-designated');
    }
  });
});
