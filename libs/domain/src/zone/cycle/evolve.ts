import { CorruptStreamError } from '../../corrupt-stream';
import type { Answer, AnswerSet } from '../sheet/answer';
import type { CycleEvent, EvaluationStep, UnitDesignated } from './events';
import {
  type AnsweredSet,
  type CycleStage,
  type CycleState,
  isOpened,
  openDuring,
  type OpenedCycle,
  publicationsOf,
} from './state';

const emptySet: AnsweredSet = { answers: [], people: [] };

const opened = (state: CycleState, designation: UnitDesignated['data']): OpenedCycle => ({
  status: 'designated',
  designation,
  buildingSince: null,
  sets: { SELF: emptySet, TPI: emptySet, TPN: emptySet },
  internalChecks: null,
  prerequisites: null,
  lastStepOn: designation.designatedOn,
  recommendedBy: null,
  publications: publicationsOf(state),
});

/** The step each evaluation completes, and the stage it follows. */
export const evaluationStages: Readonly<
  Record<EvaluationStep, { readonly after: CycleStage; readonly becomes: CycleStage }>
> = {
  'admin-check': { after: 'proposed', becomes: 'admin-checked' },
  desk: { after: 'admin-checked', becomes: 'desk-evaluated' },
  field: { after: 'desk-evaluated', becomes: 'field-evaluated' },
};

/** While prerequisites can be checked, again and again. */
export const beforeProposal: readonly CycleStage[] = [
  'designated',
  'building',
  'self-assessed',
  'reviewed',
];

/** A later answer of the same set replaces the earlier one; other sets are not touched. */
function withAnswers(
  { answers, people }: AnsweredSet,
  later: readonly Answer[],
  by: string,
): AnsweredSet {
  const replaced = new Set(later.map(({ question }) => question));
  return {
    answers: [...answers.filter(({ question }) => !replaced.has(question)), ...later],
    people: people.includes(by) ? people : [...people, by],
  };
}

const inSet = (
  state: OpenedCycle,
  set: AnswerSet,
  answers: readonly Answer[],
  by: string,
): OpenedCycle => ({
  ...state,
  sets: { ...state.sets, [set]: withAnswers(state.sets[set], answers, by) },
});

export function evolve(state: CycleState, event: CycleEvent): CycleState {
  if (event.type === 'PublishedCycleRecorded') {
    const publications = [...publicationsOf(state), event.data];
    return isOpened(state) ? { ...state, publications } : { status: 'published', publications };
  }
  if (event.type === 'UnitDesignated') {
    if (isOpened(state)) throw new CorruptStreamError(event.type, state.status);
    return opened(state, event.data);
  }
  if (!isOpened(state)) throw new CorruptStreamError(event.type, state.status);
  return evolveOpened(state, event);
}

type Following = Exclude<CycleEvent, { type: 'PublishedCycleRecorded' | 'UnitDesignated' }>;

function evolveOpened(state: OpenedCycle, event: Following): OpenedCycle {
  switch (event.type) {
    case 'ZoneBuildingStarted':
      return {
        ...step(state, event, ['designated'], 'building'),
        buildingSince: event.data.startedOn,
      };
    case 'ZoneQuestionsAnswered': {
      const { set, answers, answeredBy } = event.data;
      return inSet(step(state, event, openDuring[set], state.status), set, answers, answeredBy);
    }
    case 'SelfAssessmentSubmitted': {
      const { submittedOn, submittedBy } = event.data;
      const next = step(state, event, ['building'], 'self-assessed', submittedOn);
      return inSet(next, 'SELF', [], submittedBy);
    }
    case 'InternalReviewCompleted': {
      const { completedOn, completedBy, checks } = event.data;
      const next = step(state, event, ['self-assessed'], 'reviewed', completedOn);
      return { ...inSet(next, 'TPI', [], completedBy), internalChecks: checks };
    }
    case 'PrerequisitesChecked':
      return { ...step(state, event, beforeProposal, state.status), prerequisites: event.data };
    case 'UnitProposed':
      return step(state, event, ['reviewed'], 'proposed', event.data.proposedOn);
    case 'ZoneEvaluationRecorded': {
      const { after, becomes } = evaluationStages[event.data.step];
      return step(state, event, [after], becomes, event.data.evaluatedOn);
    }
    case 'SurveyResultRecorded': {
      const { question, index, respondents, source, recordedBy } = event.data;
      const value = { kind: 'index', index, respondents } as const;
      const answer = { question, value, evidence: [], note: source.citation };
      const next = step(state, event, openDuring.TPN, state.status);
      return inSet(next, 'TPN', [answer], recordedBy);
    }
    case 'PredicateRecommended': {
      const { recommendedOn, recommendedBy } = event.data;
      const next = step(state, event, ['field-evaluated'], 'recommended', recommendedOn);
      return { ...next, recommendedBy };
    }
    case 'ProposalDeclined':
      return step(state, event, openDuring.TPN, 'declined', event.data.declinedOn);
  }
}

function step(
  state: OpenedCycle,
  { type }: Following,
  after: readonly CycleStage[],
  becomes: CycleStage,
  on = state.lastStepOn,
): OpenedCycle {
  if (!after.includes(state.status)) throw new CorruptStreamError(type, state.status);
  return { ...state, status: becomes, lastStepOn: on };
}
