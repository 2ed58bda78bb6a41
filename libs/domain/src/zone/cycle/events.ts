import type { DomainEvent } from '../../decider';
import type { CalendarDate, Evidence, Source } from '../../values';
import type { CycleKey } from '../key';
import type { Predicate } from '../policy/predicate-name';
import type { ProposalWindow } from '../policy/window';
import type { Answer, AnswerSet } from '../sheet/answer';
import type { Check, SheetInUse } from '../sheet/checks';
import type { ZoneScore } from '../sheet/score';

/** A work unit (unit kerja), or an area of several units of different agencies (kawasan). */
export type UnitForm = 'work-unit' | 'integrated-area';

/** How the unit meets each criterion of selection, in the words of the decision. */
export interface DesignationGrounds {
  /** It gives a strategic public service. */
  readonly strategicService: string;
  /** It manages sizeable resources. */
  readonly sizeableResources: string;
  /** Bureaucratic reform is already carried out in it. */
  readonly reformCarriedOut: string;
}

/** The window as it was known on a day; a later letter of the ministry may move it. */
export interface AnnouncedWindow extends ProposalWindow {
  /** Of `zone-window`. */
  readonly policyVersion: number;
}

/** Penetapan unit: the head of the agency names the unit. Opens the cycle of its year. */
export type UnitDesignated = DomainEvent<
  'UnitDesignated',
  CycleKey & {
    readonly unitName: string;
    readonly form: UnitForm;
    readonly target: Predicate;
    readonly designatedOn: CalendarDate;
    readonly decree: string;
    readonly grounds: DesignationGrounds;
    /** Version of `zone-sheet` in force on the first day of the year, and what it says, for ever. */
    readonly sheetVersion: number;
    readonly sheet: SheetInUse;
    /** When the unit can be proposed, by the `zone-window` of the day; null where none was in force. */
    readonly proposalWindow: AnnouncedWindow | null;
  }
>;

/** Pembangunan: the unit's team works in the six areas of change. */
export type ZoneBuildingStarted = DomainEvent<
  'ZoneBuildingStarted',
  CycleKey & {
    readonly startedOn: CalendarDate;
    readonly workPlan: Evidence;
    /** Agents of change (agen perubahan). */
    readonly agents: readonly string[];
  }
>;

export type ZoneQuestionsAnswered = DomainEvent<
  'ZoneQuestionsAnswered',
  CycleKey & {
    readonly set: AnswerSet;
    readonly answers: readonly Answer[];
    readonly answeredBy: string;
  }
>;

interface Scored {
  readonly score: ZoneScore;
  /** Against the thresholds of the predicate aimed at. */
  readonly checks: readonly Check[];
}

export type SelfAssessmentSubmitted = DomainEvent<
  'SelfAssessmentSubmitted',
  CycleKey & Scored & { readonly submittedOn: CalendarDate; readonly submittedBy: string }
>;

/** A member of the internal team and the office they come from. */
export interface Reviewer {
  readonly name: string;
  readonly office: string;
}

export type InternalReviewCompleted = DomainEvent<
  'InternalReviewCompleted',
  CycleKey &
    Scored & {
      readonly completedOn: CalendarDate;
      readonly reviewers: readonly Reviewer[];
      readonly completedBy: string;
    }
>;

export interface PrerequisiteValue {
  readonly id: string;
  readonly value: string;
  readonly asOf: CalendarDate;
  readonly source: Source;
}

/** A prerequisite and what became of it; without a value nothing was brought for it. */
export interface PrerequisiteCheck {
  readonly id: string;
  readonly name: string;
  readonly required: string;
  readonly given: Omit<PrerequisiteValue, 'id'> | null;
  readonly met: boolean;
  readonly unconfirmed: boolean;
}

export type PrerequisitesChecked = DomainEvent<
  'PrerequisitesChecked',
  CycleKey & {
    readonly checkedOn: CalendarDate;
    readonly prerequisites: readonly PrerequisiteCheck[];
    readonly checkedBy: string;
    /** Of `zone-prerequisites`. */
    readonly policyVersion: number;
  }
>;

/** Pengusulan, through PMPZI. */
export type UnitProposed = DomainEvent<
  'UnitProposed',
  CycleKey & {
    readonly target: Predicate;
    readonly proposedOn: CalendarDate;
    readonly letter: string;
    readonly window: ProposalWindow;
    /** Of `zone-window`. */
    readonly policyVersion: number;
    readonly proposedBy: string;
  }
>;

/** The steps of the national team before its panel, in their order. */
export type EvaluationStep = 'admin-check' | 'desk' | 'field';

/** Pra-evaluasi, desk evaluasi, evaluasi lapangan: the unit goes on to the next step. */
export type ZoneEvaluationRecorded = DomainEvent<
  'ZoneEvaluationRecorded',
  CycleKey & {
    readonly step: EvaluationStep;
    readonly evaluatedOn: CalendarDate;
    readonly findings: string;
    readonly evidence: readonly Evidence[];
    readonly evaluatedBy: string;
  }
>;

/** Result of an external survey, which is the national team's answer to its question. */
export type SurveyResultRecorded = DomainEvent<
  'SurveyResultRecorded',
  CycleKey & {
    readonly question: string;
    readonly index: string;
    readonly respondents: number;
    readonly surveyedOn: CalendarDate;
    readonly source: Source;
    readonly recordedBy: string;
  }
>;

/**
 * The panel of the national team recommends the predicate; the grant is the Minister's decision on
 * that recommendation and stands in the history of the unit's predicates.
 */
export type PredicateRecommended = DomainEvent<
  'PredicateRecommended',
  CycleKey &
    Scored & {
      readonly predicate: Predicate;
      readonly recommendedOn: CalendarDate;
      /** Legal ground on which thresholds that were not reached are passed over; null without any. */
      readonly overrideGround: string | null;
      readonly recommendedBy: string;
    }
>;

/** Not met: pembinaan. Ends the cycle; the unit may be proposed again in another year. */
export type ProposalDeclined = DomainEvent<
  'ProposalDeclined',
  CycleKey & {
    readonly declinedOn: CalendarDate;
    readonly reasons: readonly string[];
    readonly declinedBy: string;
  }
>;

export type PublishedOutcome = 'not-granted' | 'granted-wbk' | 'granted-wbbm';

/**
 * What a publication says of a unit's cycle, beside or instead of the steps recorded here: steps that
 * no source tells stay unknown.
 */
export type PublishedCycleRecorded = DomainEvent<
  'PublishedCycleRecorded',
  CycleKey & {
    readonly unitName: string;
    /** Null where the source names no predicate aimed at. */
    readonly target: Predicate | null;
    /** Day of the declaration; null where the source gives the year alone. */
    readonly declaredOn: CalendarDate | null;
    /** Null where the source tells none. */
    readonly outcome: PublishedOutcome | null;
    readonly outcomeOn: CalendarDate | null;
    readonly note: string | null;
    readonly source: Source;
  }
>;

export type CycleEvent =
  | UnitDesignated
  | ZoneBuildingStarted
  | ZoneQuestionsAnswered
  | SelfAssessmentSubmitted
  | InternalReviewCompleted
  | PrerequisitesChecked
  | UnitProposed
  | ZoneEvaluationRecorded
  | SurveyResultRecorded
  | PredicateRecommended
  | ProposalDeclined
  | PublishedCycleRecorded;
