import type {
  InformationAnswered,
  InformationDeadlineExtended,
  InformationDisputeNoted,
  InformationObjected,
  InformationObjectionDecided,
  InformationRequested,
  InformationTermsSettled,
} from '@jejak/domain/information/events';

import { lastDay, settledInWords } from './last-days';

const late = (isLate: boolean | null): string => (isLate === true ? ', late' : '');

export const informationSentences = {
  InformationRequested: (data: InformationRequested['data']) =>
    `Information request ${data.request} to ${data.office} of ${data.region} was received on ${data.receivedOn}, to be answered by ${lastDay(data)}`,
  InformationDeadlineExtended: (data: InformationDeadlineExtended['data']) =>
    `The term of information request ${data.request} was extended to ${lastDay(data)}: ${data.reason}`,
  InformationAnswered: (data: InformationAnswered['data']) =>
    `Information request ${data.request} was answered (${data.outcome}) on ${data.answeredOn}${late(data.late)}`,
  InformationObjected: (data: InformationObjected['data']) =>
    `An objection (${data.ground}) about information request ${data.request} was received on ${data.objectedOn}`,
  InformationObjectionDecided: (data: InformationObjectionDecided['data']) =>
    `The objection about information request ${data.request} was ${data.outcome} on ${data.decidedOn}${late(data.late)}`,
  InformationDisputeNoted: (data: InformationDisputeNoted['data']) =>
    `Dispute ${data.reference} about information request ${data.request} was filed on ${data.filedOn}`,
  InformationTermsSettled: (data: InformationTermsSettled['data']) =>
    `Of information request ${data.request} of ${data.region} ${settledInWords(data.settled)}`,
};
