import { complaintStream, type CountedTerm } from '@jejak/domain';
import type { ComplaintKey } from '@jejak/domain/complaint/events';

import { type DeadlineChange, type DeadlineContributor, deadlineId } from '../deadlines/change';

const forwardKind = 'complaint.forward';
const answerKind = 'complaint.answer';

const idOf = (kind: string, { complaint }: ComplaintKey): string => deadlineId(kind, complaint);

interface Timed extends ComplaintKey {
  readonly counted: readonly CountedTerm[];
  readonly policyVersion: number;
}

const names = { forward: forwardKind, answer: answerKind } as const;

/** Facts of the first version know a day or say nothing: those without one have no deadline. */
function term(
  name: keyof typeof names,
  data: Timed,
  dueOn: string | null,
  what: string,
  on: string,
): DeadlineChange[] {
  const counted = data.counted.find((one) => one.term === name) ?? null;
  if (dueOn === null && counted === null) return [];
  const deadline = names[name];
  return [
    {
      ...{ kind: 'set', id: idOf(deadline, data), deadline, region: data.region, dueOn, counted },
      subject: complaintStream(data.complaint),
      title: `${what} complaint ${data.complaint}`,
      on,
      policy: { kind: 'complaint-terms', version: data.policyVersion },
    },
  ];
}

/**
 * Complaints must be forwarded and answered. That one may be closed ten working days after the answer
 * is a right of the office and no duty: no clock waits for it.
 */
export const complaintDeadlines: DeadlineContributor = {
  ComplaintFiled: (data) => [
    ...term('forward', data, data.forwardBy, 'Forward', data.filedOn),
    ...term('answer', data, data.answerBy, 'Answer', data.filedOn),
  ],
  ComplaintAssigned: (data) => [{ kind: 'met', id: idOf(forwardKind, data), on: data.assignedOn }],
  ComplaintAnswered: (data) => [{ kind: 'met', id: idOf(answerKind, data), on: data.answeredOn }],
  ComplaintReopened: (data) => [
    { kind: 'reopened', id: idOf(answerKind, data), on: data.reopenedOn },
    ...term('answer', data, data.answerBy, 'Answer', data.reopenedOn),
  ],
  ComplaintTermsSettled: (data) =>
    data.settled.flatMap((counted) =>
      counted.term === 'forward' || counted.term === 'answer'
        ? [{ kind: 'settled', id: idOf(names[counted.term], data), counted }]
        : [],
    ),
};
