import type { ComplaintEvent, ComplaintKey } from '@jejak/domain/complaint/events';
import type { ReporterEvent } from '@jejak/domain/complaint/reporter-events';

import { settledInWords } from './last-days';
import type { SentencesOf } from './sentences';

/** Never what it says, nor who made it. */
const the = ({ complaint, region }: ComplaintKey): string => `Complaint ${complaint} in ${region}`;

const lateness = (late: boolean | null): string => (late === true ? ', late' : '');

export const complaintSentences: SentencesOf<ComplaintEvent | ReporterEvent> = {
  ComplaintFiled: (data) =>
    `${the(data)} (${data.class}) was filed on ${data.filedOn}${data.reporter === null ? ', anonymously' : ''}`,
  ComplaintAcknowledged: (data) => `${the(data)} was acknowledged on ${data.acknowledgedOn}`,
  ComplaintAssigned: (data) =>
    `${the(data)} was forwarded to ${data.office} on ${data.assignedOn}${lateness(data.late)}`,
  ComplaintAnswered: (data) =>
    `${the(data)} was answered on ${data.answeredOn}${lateness(data.late)}`,
  ComplaintClosed: (data) => `${the(data)} was closed on ${data.closedOn} (${data.ground})`,
  ComplaintReopened: (data) => `${the(data)} was reopened on ${data.reopenedOn} (${data.ground})`,
  ComplaintEscalated: (data) =>
    `${the(data)} was escalated to ${data.to} on ${data.escalatedOn} (${data.ground})`,
  ComplaintRead: (data) => `${the(data)} was read by ${data.readBy}`,
  ComplaintTermsSettled: (data) => `Of ${the(data)} ${settledInWords(data.settled)}`,
  ReporterSealed: (data) => `The identity of a reporter in ${data.region} was sealed`,
  UnmaskingRequested: (data) =>
    `Unmasking a reporter in ${data.region} was requested by ${data.requestedBy}`,
  ReporterUnmasked: (data) =>
    `A reporter in ${data.region} was unmasked by ${data.requestedBy} and ${data.approvedBy}`,
};
