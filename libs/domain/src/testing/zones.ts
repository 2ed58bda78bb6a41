import type {
  Answer,
  AnswerSet,
  AnswerValue,
  AnswerZoneQuestions,
  CheckPrerequisites,
  CompleteInternalReview,
  CycleCommand,
  CycleEvent,
  DeclineProposal,
  DesignateUnit,
  EvaluationStep,
  ProposeUnit,
  RecommendPredicate,
  RecordPublishedCycle,
  RecordSurveyResult,
  RecordZoneEvaluation,
  StartZoneBuilding,
  SubmitSelfAssessment,
} from '../zone';
import { zoneCycle } from '../zone';
import { questionsOf, scaleOf } from '../zone/policy/sheet';
import { prerequisitesInForce, sampleSheet, sheetInForce, windowsInForce } from './zone-sheets';

/** A sample unit; nothing of its scores was ever published. */
export const sampleUnit = { region: '36.04', unit: 'disdukcapil', year: 2024 };

const at = '2025-06-30T02:00:00.000Z';
const source = { id: 'sample', citation: 'A sample' };
export const by = (id: string) => ({ actor: { kind: 'person', id }, at }) as const;

export const never = { held: null, grantedYears: [], revocations: [] };

export const designate = (change: Partial<DesignateUnit> = {}): DesignateUnit => ({
  type: 'DesignateUnit',
  ...sampleUnit,
  unitName: 'Sample unit',
  form: 'work-unit',
  target: 'WBK',
  designatedOn: '2024-01-15',
  decree: 'SK-1/2024',
  grounds: {
    strategicService: 'Civil registration',
    sizeableResources: 'Twelve counters',
    reformCarriedOut: 'Since 2020',
  },
  declaredOn: '2021-03-01',
  predicates: never,
  sheet: sheetInForce,
  windows: windowsInForce,
  ...by('head'),
  ...change,
});

export const build = (startedOn = '2023-02-01'): StartZoneBuilding => ({
  type: 'StartZoneBuilding',
  startedOn,
  workPlan: { sha256: 'ab'.repeat(32), title: 'Work plan' },
  agents: ['An agent of change'],
  ...by('unit'),
});

/** An answer worth a share of its question, in hundredths; an index is 4 times the share. */
function valueWorth(scale: string | undefined, hundredths: number): AnswerValue {
  return scale === 'index'
    ? { kind: 'index', index: String((4 * hundredths) / 100), respondents: 60 }
    : { kind: 'share', done: hundredths, due: 100 };
}

/** Answers to every question, each worth the same unless told otherwise. */
export const answersWorth = (
  hundredths: number,
  others: Readonly<Record<string, number>> = {},
): Answer[] =>
  questionsOf(sampleSheet).map((question) => ({
    question: question.id,
    value: valueWorth(scaleOf(sampleSheet, question)?.kind, others[question.id] ?? hundredths),
    evidence: [],
    note: null,
  }));

const people: Readonly<Record<AnswerSet, string>> = { SELF: 'unit', TPI: 'inspector', TPN: 'tpn' };

export const answer = (
  set: AnswerSet,
  answers: readonly Answer[] = answersWorth(90),
): AnswerZoneQuestions => ({ type: 'AnswerZoneQuestions', set, answers, ...by(people[set]) });

export const submit = (submittedOn = '2024-06-01'): SubmitSelfAssessment => ({
  type: 'SubmitSelfAssessment',
  submittedOn,
  ...by('unit'),
});

export const review = (change: Partial<CompleteInternalReview> = {}): CompleteInternalReview => ({
  type: 'CompleteInternalReview',
  completedOn: '2024-07-01',
  reviewers: [{ name: 'An auditor', office: 'inspektorat' }],
  ...by('inspector'),
  ...change,
});

export const values = [
  { id: 'akip', value: 'B', asOf: '2023-12-31', source },
  { id: 'lhkpn', value: '100', asOf: '2024-03-31', source },
  { id: 'complaints', value: 'yes', asOf: '2024-06-30', source },
];

export const check = (change: Partial<CheckPrerequisites> = {}): CheckPrerequisites => ({
  type: 'CheckPrerequisites',
  checkedOn: '2024-07-02',
  values,
  prerequisites: prerequisitesInForce,
  ...by('inspector'),
  ...change,
});

export const propose = (change: Partial<ProposeUnit> = {}): ProposeUnit => ({
  type: 'ProposeUnit',
  proposedOn: '2024-07-18',
  letter: 'S-1/2024',
  predicates: never,
  asked: prerequisitesInForce,
  windows: windowsInForce,
  ...by('head'),
  ...change,
});

export const evaluate = (
  step: EvaluationStep,
  change: Partial<RecordZoneEvaluation> = {},
): RecordZoneEvaluation => ({
  type: 'RecordZoneEvaluation',
  step,
  evaluatedOn: '2024-09-01',
  findings: 'In order',
  evidence: [],
  ...by('tpn'),
  ...change,
});

export const survey = (
  question: string,
  change: Partial<RecordSurveyResult> = {},
): RecordSurveyResult => ({
  type: 'RecordSurveyResult',
  question,
  index: '3.6',
  respondents: 60,
  surveyedOn: '2024-09-15',
  source,
  ...by('tpn'),
  ...change,
});

export const surveyQuestions = ['clean.survey.1', 'service.survey.1'];

/** What the national team answers itself; surveys come with their source. */
export const nationalAnswers = (answers: readonly Answer[] = answersWorth(90)): Answer[] =>
  answers.filter(({ question }) => !surveyQuestions.includes(question));

export const recommend = (change: Partial<RecommendPredicate> = {}): RecommendPredicate => ({
  type: 'RecommendPredicate',
  recommendedOn: '2024-11-01',
  overrideGround: null,
  predicates: never,
  ...by('panel'),
  ...change,
});

export const decline = (change: Partial<DeclineProposal> = {}): DeclineProposal => ({
  type: 'DeclineProposal',
  declinedOn: '2024-11-01',
  reasons: ['Below the standard'],
  ...by('panel'),
  ...change,
});

export const published = (change: Partial<RecordPublishedCycle> = {}): RecordPublishedCycle => ({
  type: 'RecordPublishedCycle',
  region: '36.04',
  unit: 'disdukcapil',
  year: 2021,
  unitName: 'Disdukcapil',
  target: null,
  declaredOn: null,
  outcome: 'not-granted',
  outcomeOn: null,
  note: 'evaluated, below the standard',
  source: { id: 'S3', citation: 'ANTARA Banten, June 2022' },
  regionRegistered: true,
  ...by('head'),
  ...change,
});

/** Every command of a cycle that ends with a recommendation, in its order. */
export const wholeCycle: readonly CycleCommand[] = [
  designate(),
  build(),
  answer('SELF'),
  submit(),
  answer('TPI'),
  review(),
  check(),
  propose(),
  evaluate('admin-check'),
  evaluate('desk'),
  answer('TPN', nationalAnswers()),
  ...surveyQuestions.map((question) => survey(question)),
  evaluate('field'),
  recommend(),
];

/** What commands record, one after another; throws where one is refused. */
export function recordedBy(commands: readonly CycleCommand[]): CycleEvent[] {
  let state = zoneCycle.initialState();
  return commands.flatMap((command) => {
    const decision = zoneCycle.decide(state, command);
    if (decision.kind === 'refused') throw new Error(decision.refusal.reason);
    state = decision.events.reduce((before, event) => zoneCycle.evolve(before, event), state);
    return decision.events;
  });
}

/** The events of the whole cycle before the first command of a type, with commands put in their place. */
export function before(
  type: CycleCommand['type'],
  replaced: (command: CycleCommand) => CycleCommand = (command) => command,
): CycleEvent[] {
  const index = wholeCycle.findIndex((command) => command.type === type);
  return recordedBy(wholeCycle.slice(0, index).map(replaced));
}

export const wholeHistory = (): CycleEvent[] => recordedBy(wholeCycle);
