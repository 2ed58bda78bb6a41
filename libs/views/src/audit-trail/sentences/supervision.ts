import type { SupervisionEvent } from '@jejak/domain/supervision/events';

type DataOf = { [Event in SupervisionEvent as Event['type']]: Event['data'] };

export const supervisionSentences: {
  readonly [Type in SupervisionEvent['type']]: (data: DataOf[Type]) => string;
} = {
  MeetingRecorded: (data) =>
    `A meeting of ${data.region} with ${data.organiser} on ${data.date} was recorded: ${data.title}`,
  MeetingDetailClaimed: (data) =>
    `${data.source.id} says of meeting ${data.meeting}: ${data.detail} is ${data.value}`,
  RecommendationMade: (data) =>
    `Recommendation ${data.recommendation} of meeting ${data.meeting} was made, due on ${data.dueOn}`,
  FollowUpReported: (data) =>
    `The follow-up of ${data.recommendation} of meeting ${data.meeting} was reported on ${data.reportedOn}${data.late ? ', late' : ''}`,
  FollowUpVerified: (data) =>
    `The follow-up of ${data.recommendation} of meeting ${data.meeting} was verified`,
  FollowUpReturned: (data) =>
    `The follow-up of ${data.recommendation} of meeting ${data.meeting} was returned: ${data.reason}`,
};
