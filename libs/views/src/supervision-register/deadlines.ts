import { supervisionStream } from '@jejak/domain';
import type { MeetingKey, RecommendationKey } from '@jejak/domain/supervision/events';

import { type DeadlineContributor, deadlineId } from '../deadlines/change';

const kind = 'supervision.follow-up';

const idOf = ({ meeting, recommendation }: MeetingKey & RecommendationKey): string =>
  deadlineId(kind, meeting, recommendation);

/** Recommendations: due when the term says, met when the follow-up is reported. */
export const supervisionDeadlines: DeadlineContributor = {
  RecommendationMade: (data) => [
    {
      ...{ kind: 'set', id: idOf(data), deadline: kind, region: data.region, title: data.text },
      ...{ subject: supervisionStream(data.meeting), dueOn: data.dueOn, on: data.madeOn },
    },
  ],
  FollowUpReported: (data) => [{ kind: 'met', id: idOf(data), on: data.reportedOn }],
  FollowUpReturned: (data) => [{ kind: 'reopened', id: idOf(data) }],
};
