import { type CountedTerm, informationStream } from '@jejak/domain';
import type { CountedBy, InformationKey } from '@jejak/domain/information/events';

import { type DeadlineChange, type DeadlineContributor, deadlineId } from '../deadlines/change';

type Term = 'information.answer' | 'information.decision';

const idOf = (term: Term, { request }: InformationKey): string => deadlineId(term, request);

interface Timed extends InformationKey {
  readonly counted: readonly CountedTerm[];
  readonly countedBy: CountedBy;
}

const set = (
  term: Term,
  key: Timed,
  title: string,
  dueOn: string | null,
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
  counted: key.counted[0] ?? null,
  policy: { kind: 'information-terms', version: key.countedBy.termsVersion },
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
  InformationTermsSettled: (data) =>
    data.settled.map((counted) => ({
      kind: 'settled',
      id: idOf(counted.term === 'answer' ? 'information.answer' : 'information.decision', data),
      counted,
    })),
};
