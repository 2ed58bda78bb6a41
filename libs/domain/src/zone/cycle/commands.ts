import type { CommandContext } from '../../command-context';
import type { PolicyInForce } from '../../policy/state';
import type { CalendarDate, Evidence, Source } from '../../values';
import type { CycleKey } from '../key';
import type { Predicate } from '../policy/predicate-name';
import type { PredicateHistory } from '../predicate/state';
import type { Answer, AnswerSet } from '../sheet/answer';
import type {
  DesignationGrounds,
  EvaluationStep,
  PrerequisiteValue,
  PublishedCycleRecorded,
  Reviewer,
  UnitForm,
} from './events';

export type DesignateUnit = CommandContext &
  CycleKey & {
    readonly type: 'DesignateUnit';
    readonly unitName: string;
    readonly form: UnitForm;
    readonly target: Predicate;
    readonly designatedOn: CalendarDate;
    readonly decree: string;
    readonly grounds: DesignationGrounds;
    /** When the region's government declared its zone; null while it has not. */
    readonly declaredOn: CalendarDate | null;
    readonly predicates: PredicateHistory;
    /** In force on the first day of the cycle's year; null for none. */
    readonly sheet: PolicyInForce<'zone-sheet'> | null;
    /** In force on the day of the designation; null for none, which refuses nothing here. */
    readonly windows: PolicyInForce<'zone-window'> | null;
  };

export type StartZoneBuilding = CommandContext & {
  readonly type: 'StartZoneBuilding';
  readonly startedOn: CalendarDate;
  readonly workPlan: Evidence;
  readonly agents: readonly string[];
};

export type AnswerZoneQuestions = CommandContext & {
  readonly type: 'AnswerZoneQuestions';
  readonly set: AnswerSet;
  /** Replaces what the same set answered to the same questions before. */
  readonly answers: readonly Answer[];
};

export type SubmitSelfAssessment = CommandContext & {
  readonly type: 'SubmitSelfAssessment';
  readonly submittedOn: CalendarDate;
};

export type CompleteInternalReview = CommandContext & {
  readonly type: 'CompleteInternalReview';
  readonly completedOn: CalendarDate;
  readonly reviewers: readonly Reviewer[];
};

export type CheckPrerequisites = CommandContext & {
  readonly type: 'CheckPrerequisites';
  readonly checkedOn: CalendarDate;
  readonly values: readonly PrerequisiteValue[];
  /** In force on the day of the check; null for none. */
  readonly prerequisites: PolicyInForce<'zone-prerequisites'> | null;
};

export type ProposeUnit = CommandContext & {
  readonly type: 'ProposeUnit';
  readonly proposedOn: CalendarDate;
  readonly letter: string;
  readonly predicates: PredicateHistory;
  /** Both in force on the day of the proposal; null for none. */
  readonly asked: PolicyInForce<'zone-prerequisites'> | null;
  readonly windows: PolicyInForce<'zone-window'> | null;
};

export type RecordZoneEvaluation = CommandContext & {
  readonly type: 'RecordZoneEvaluation';
  readonly step: EvaluationStep;
  readonly evaluatedOn: CalendarDate;
  readonly findings: string;
  readonly evidence: readonly Evidence[];
};

export type RecordSurveyResult = CommandContext & {
  readonly type: 'RecordSurveyResult';
  readonly question: string;
  readonly index: string;
  readonly respondents: number;
  readonly surveyedOn: CalendarDate;
  readonly source: Source;
};

export type RecommendPredicate = CommandContext & {
  readonly type: 'RecommendPredicate';
  readonly recommendedOn: CalendarDate;
  readonly overrideGround: string | null;
  readonly predicates: PredicateHistory;
};

export type DeclineProposal = CommandContext & {
  readonly type: 'DeclineProposal';
  readonly declinedOn: CalendarDate;
  readonly reasons: readonly string[];
};

export type RecordPublishedCycle = CommandContext &
  PublishedCycleRecorded['data'] & {
    readonly type: 'RecordPublishedCycle';
    readonly regionRegistered: boolean;
  };

/** `DesignateUnit` and `RecordPublishedCycle` name the cycle, the others find it by its stream. */
export type CycleCommand =
  | DesignateUnit
  | StartZoneBuilding
  | AnswerZoneQuestions
  | SubmitSelfAssessment
  | CompleteInternalReview
  | CheckPrerequisites
  | ProposeUnit
  | RecordZoneEvaluation
  | RecordSurveyResult
  | RecommendPredicate
  | DeclineProposal
  | RecordPublishedCycle;
