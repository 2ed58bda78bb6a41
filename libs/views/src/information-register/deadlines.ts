import { informationStream } from '@jejak/domain';
import type { InformationKey } from '@jejak/domain/information/events';

import { type DeadlineChange, type DeadlineContributor, deadlineId } from '../deadlines/change';

type Term = 'information.answer' | 'information.decision';

const idOf = (term: Term, { request }: InformationKey): string => deadlineId(term, request);

const set = (
  term: Term,
  key: InformationKey,
  title: string,
  dueOn: string,
  on: string,
): DeadlineChange => ({
  kind: 'set',
  id: idOf(term, key),
  deadline: term,
  region: key.region,
  subject: informationStream(key.request),
  title,
  dueOn,
  on,
});

/** Requests for information: the answer, later once by extension, and the decision on an objection. */
export const informationDeadlines: DeadlineContributor = {
  InformationRequested: (data) => [
    set('information.answer', data, `Answer: ${data.asked}`, data.dueOn, data.receivedOn),
  ],
  InformationDeadlineExtended: (data) => [
    set('information.answer', data, `Answer: ${data.asked}`, data.dueOn, data.extendedOn),
  ],
  InformationAnswered: (data) => [
    { kind: 'met', id: idOf('information.answer', data), on: data.answeredOn },
  ],
  InformationObjected: (data) => [
    set(
      'information.decision',
      data,
      `Decision on objection: ${data.asked}`,
      data.decideBy,
      data.objectedOn,
    ),
  ],
  InformationObjectionDecided: (data) => [
    { kind: 'met', id: idOf('information.decision', data), on: data.decidedOn },
    // What the superior orders stands in the decision: nobody owes the first answer any more.
    { kind: 'dropped', id: idOf('information.answer', data), on: data.decidedOn },
  ],
};
