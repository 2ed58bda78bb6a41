import { type CalendarDate, gratificationStream } from '@jejak/domain';
import type { GratificationKey } from '@jejak/domain/gratification/events';

import { type DeadlineChange, type DeadlineContributor, deadlineId } from '../deadlines/change';

const forwardKind = 'gratification.forward';
const completeKind = 'gratification.complete';

const idOf = (kind: string, { receiver, report }: GratificationKey): string =>
  deadlineId(kind, receiver, report);

function term(
  deadline: string,
  key: GratificationKey & { readonly reportedOn: CalendarDate },
  dueOn: string | null,
  title: string,
): DeadlineChange[] {
  if (dueOn === null) return [];
  const subject = gratificationStream(key);
  const id = idOf(deadline, key);
  const on = key.reportedOn;
  return [{ kind: 'set', id, deadline, region: key.region, subject, dueOn, title, on }];
}

/** Reports of gifts: the unit (UPG) must pass them on, and missing documents must come. */
export const gratificationDeadlines: DeadlineContributor = {
  GratificationReported: (data) => [
    ...(data.reportable
      ? term(forwardKind, data, data.forwardBy, `Forward gratification report ${data.report}`)
      : []),
    ...term(completeKind, data, data.completeBy, `Complete gratification report ${data.report}`),
  ],
  GratificationForwarded: (data) => [
    { kind: 'met', id: idOf(forwardKind, data), on: data.forwardedOn },
  ],
  GratificationCompleted: (data) => [
    { kind: 'met', id: idOf(completeKind, data), on: data.completedOn },
  ],
  GratificationDropped: (data) => [
    { kind: 'dropped', id: idOf(forwardKind, data), on: data.droppedOn },
  ],
};
