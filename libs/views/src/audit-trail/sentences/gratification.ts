import type { GratificationEvent, GratificationKey } from '@jejak/domain/gratification/events';

import { settledInWords } from './last-days';
import type { SentencesOf } from './sentences';

/** Neither receiver nor giver: the trail names the report. */
const the = ({ report, region }: GratificationKey): string =>
  `Gratification report ${report} in ${region}`;

const lateness = (late: boolean | null): string => (late === true ? ', late' : '');

export const gratificationSentences: SentencesOf<GratificationEvent> = {
  GratificationReported: (data) =>
    `${the(data)} was made on ${data.reportedOn} about a gift of ${data.receivedOn} (${data.category}, ${data.verdict})${lateness(data.inTime === false)}`,
  GratificationCompleted: (data) =>
    `The documents of ${the(data)} were complete on ${data.completedOn}${lateness(data.late)}`,
  GratificationForwarded: (data) =>
    `${the(data)} was forwarded to the Commission on ${data.forwardedOn}${lateness(data.late)}`,
  GratificationDecided: (data) =>
    `${the(data)} was decided on ${data.decidedOn}: the gift belongs to the ${data.owner} (${data.decision})`,
  GratificationDropped: (data) =>
    `${the(data)} was dropped on ${data.droppedOn} for missing documents`,
  GratificationTermsSettled: (data) => `Of ${the(data)} ${settledInWords(data.settled)}`,
};
