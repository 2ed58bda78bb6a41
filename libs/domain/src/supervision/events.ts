import type { DomainEvent } from '../decider';
import type { CalendarDate, Evidence, Source } from '../values';

export interface MeetingKey {
  readonly meeting: string;
  readonly region: string;
}

export interface RecommendationKey {
  readonly recommendation: string;
}

/** A meeting of coordination and supervision (koordinasi dan supervisi, korsup). */
export type MeetingRecorded = DomainEvent<
  'MeetingRecorded',
  MeetingKey & {
    readonly title: string;
    readonly date: CalendarDate;
    readonly place: string | null;
    readonly organiser: string;
    /** Bodies that took part, as the source names them. */
    readonly participants: readonly string[];
    readonly source: Source | null;
  }
>;

/** What one source says about a detail of a meeting; others may say otherwise, and all are kept. */
export type MeetingDetailClaimed = DomainEvent<
  'MeetingDetailClaimed',
  MeetingKey & { readonly detail: string; readonly value: string; readonly source: Source }
>;

export type RecommendationMade = DomainEvent<
  'RecommendationMade',
  MeetingKey &
    RecommendationKey & {
      readonly text: string;
      /** Office that has to follow it up; null where no source names it. */
      readonly addressee: string | null;
      readonly madeOn: CalendarDate;
      /** Last day for reporting what was done, by the policy `supervision-terms`. */
      readonly dueOn: CalendarDate;
      readonly policyVersion: number;
    }
>;

export type FollowUpReported = DomainEvent<
  'FollowUpReported',
  MeetingKey &
    RecommendationKey & {
      readonly reportedOn: CalendarDate;
      readonly evidence: readonly Evidence[];
      readonly note: string | null;
      readonly reportedBy: string;
      readonly late: boolean;
    }
>;

export type FollowUpVerified = DomainEvent<
  'FollowUpVerified',
  MeetingKey & RecommendationKey & { readonly verifiedBy: string; readonly note: string | null }
>;

export type FollowUpReturned = DomainEvent<
  'FollowUpReturned',
  MeetingKey & RecommendationKey & { readonly returnedBy: string; readonly reason: string }
>;

export type SupervisionEvent =
  | MeetingRecorded
  | MeetingDetailClaimed
  | RecommendationMade
  | FollowUpReported
  | FollowUpVerified
  | FollowUpReturned;
