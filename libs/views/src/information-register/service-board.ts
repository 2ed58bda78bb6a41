import type { CalendarDate } from '@jejak/domain';

import type { InformationDocument } from './information-register';

/** How an office keeps its terms (SLA), counted over requests received in a time. */
export interface ServiceBoard {
  readonly requests: number;
  readonly answeredInTime: number;
  readonly answeredLate: number;
  /** Not answered, the last day not over, or unknown. */
  readonly open: number;
  /** Not answered, the last day over. */
  readonly overdue: number;
  readonly extended: number;
  readonly objections: number;
  readonly decidedInTime: number;
  readonly decidedLate: number;
  readonly undecided: number;
  /** Not decided, the last day over. */
  readonly decisionOverdue: number;
  readonly disputes: number;
}

const count = <Item>(items: readonly Item[], is: (item: Item) => boolean): number =>
  items.filter(is).length;

/** Counted on a day; requests that were never answered because an objection was decided first count as neither. */
export function serviceBoard(
  documents: readonly Pick<
    InformationDocument,
    'dueOn' | 'extension' | 'answer' | 'objection' | 'decision' | 'dispute'
  >[],
  on: CalendarDate,
): ServiceBoard {
  const waiting = documents.filter(({ answer, decision }) => answer === null && decision === null);
  const undecided = documents.flatMap(({ objection, decision }) =>
    objection !== null && decision === null ? [objection] : [],
  );
  return {
    requests: documents.length,
    answeredInTime: count(documents, ({ answer }) => answer?.late === false),
    answeredLate: count(documents, ({ answer }) => answer?.late === true),
    open: count(waiting, ({ dueOn }) => dueOn === null || dueOn >= on),
    overdue: count(waiting, ({ dueOn }) => dueOn !== null && dueOn < on),
    extended: count(documents, ({ extension }) => extension !== null),
    objections: count(documents, ({ objection }) => objection !== null),
    decidedInTime: count(documents, ({ decision }) => decision?.late === false),
    decidedLate: count(documents, ({ decision }) => decision?.late === true),
    undecided: undecided.length,
    decisionOverdue: count(undecided, ({ decideBy }) => decideBy !== null && decideBy < on),
    disputes: count(documents, ({ dispute }) => dispute !== null),
  };
}
