import { complaintStream } from '@jejak/domain';
import type { ComplaintKey } from '@jejak/domain/complaint/events';

import { type DeadlineChange, type DeadlineContributor, deadlineId } from '../deadlines/change';

const forwardKind = 'complaint.forward';
const answerKind = 'complaint.answer';

const idOf = (kind: string, { complaint }: ComplaintKey): string => deadlineId(kind, complaint);

function term(
  deadline: string,
  key: ComplaintKey,
  dueOn: string | null,
  what: string,
  on: string,
): DeadlineChange[] {
  if (dueOn === null) return [];
  const subject = complaintStream(key.complaint);
  const title = `${what} complaint ${key.complaint}`;
  return [
    {
      ...{ kind: 'set', id: idOf(deadline, key), deadline, region: key.region },
      ...{ subject, dueOn, title, on },
    },
  ];
}

/**
 * Complaints must be forwarded and answered. That one may be closed ten working days after the answer
 * is a right of the office and no duty: no clock waits for it.
 */
export const complaintDeadlines: DeadlineContributor = {
  ComplaintFiled: (data) => [
    ...term(forwardKind, data, data.forwardBy, 'Forward', data.filedOn),
    ...term(answerKind, data, data.answerBy, 'Answer', data.filedOn),
  ],
  ComplaintAssigned: (data) => [{ kind: 'met', id: idOf(forwardKind, data), on: data.assignedOn }],
  ComplaintAnswered: (data) => [{ kind: 'met', id: idOf(answerKind, data), on: data.answeredOn }],
  ComplaintReopened: (data) => [
    { kind: 'reopened', id: idOf(answerKind, data), on: data.reopenedOn },
    ...term(answerKind, data, data.answerBy, 'Answer', data.reopenedOn),
  ],
};
