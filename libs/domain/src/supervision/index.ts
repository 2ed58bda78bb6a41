import { type Decider, type Decision, refused } from '../decider';
import { refusal } from '../rules/refusal';
import type { SupervisionCommand } from './commands';
import type { SupervisionEvent } from './events';
import { reportFollowUp, returnFollowUp, verifyFollowUp } from './follow-up';
import { claimMeetingDetail, makeRecommendation, recordMeeting } from './meeting';
import { evolve, initialState, type SupervisionState } from './state';

export type * from './commands';
export type * from './events';
export type * from './policy';
export type { SupervisionState } from './state';

function decide(state: SupervisionState, command: SupervisionCommand): Decision<SupervisionEvent> {
  if (command.type === 'RecordMeeting') return recordMeeting(state, command);
  if (state.status === 'unrecorded') {
    return refused(
      refusal('supervision.not-found', 'no meeting was recorded here', 'Record it first.'),
    );
  }
  switch (command.type) {
    case 'ClaimMeetingDetail':
      return claimMeetingDetail(state, command);
    case 'MakeRecommendation':
      return makeRecommendation(state, command);
    case 'ReportFollowUp':
      return reportFollowUp(state, command);
    case 'VerifyFollowUp':
      return verifyFollowUp(state, command);
    case 'ReturnFollowUp':
      return returnFollowUp(state, command);
  }
}

/** The rules of one meeting of coordination and supervision and of what came of it. */
export const supervision: Decider<SupervisionState, SupervisionCommand, SupervisionEvent> = {
  initialState,
  decide,
  evolve,
};
