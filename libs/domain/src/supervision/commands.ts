import type { CommandContext } from '../command-context';
import type { PolicyInForce } from '../policy';
import type {
  FollowUpReported,
  FollowUpReturned,
  FollowUpVerified,
  MeetingDetailClaimed,
  MeetingKey,
  MeetingRecorded,
  RecommendationMade,
} from './events';

export type RecordMeeting = CommandContext &
  MeetingRecorded['data'] & { readonly type: 'RecordMeeting'; readonly regionRegistered: boolean };

export type ClaimMeetingDetail = CommandContext &
  Omit<MeetingDetailClaimed['data'], keyof MeetingKey> & { readonly type: 'ClaimMeetingDetail' };

export type MakeRecommendation = CommandContext &
  Omit<RecommendationMade['data'], keyof MeetingKey | 'dueOn' | 'policyVersion'> & {
    readonly type: 'MakeRecommendation';
    /** In force on `madeOn`. */
    readonly policy: PolicyInForce<'supervision-terms'> | null;
  };

export type ReportFollowUp = CommandContext &
  Omit<FollowUpReported['data'], keyof MeetingKey | 'reportedBy' | 'late'> & {
    readonly type: 'ReportFollowUp';
  };

export type VerifyFollowUp = CommandContext &
  Omit<FollowUpVerified['data'], keyof MeetingKey | 'verifiedBy'> & {
    readonly type: 'VerifyFollowUp';
  };

export type ReturnFollowUp = CommandContext &
  Omit<FollowUpReturned['data'], keyof MeetingKey | 'returnedBy'> & {
    readonly type: 'ReturnFollowUp';
  };

/** Every command on one meeting; `RecordMeeting` names it, the others find it by its stream. */
export type SupervisionCommand =
  | RecordMeeting
  | ClaimMeetingDetail
  | MakeRecommendation
  | ReportFollowUp
  | VerifyFollowUp
  | ReturnFollowUp;
