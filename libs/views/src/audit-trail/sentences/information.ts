import type {
  InformationAnswered,
  InformationDeadlineExtended,
  InformationDisputeNoted,
  InformationObjected,
  InformationObjectionDecided,
  InformationRequested,
} from '@jejak/domain/information/events';

const late = (isLate: boolean): string => (isLate ? ', late' : '');

export const informationSentences = {
  InformationRequested: (data: InformationRequested['data']) =>
    `Information request ${data.request} to ${data.office} of ${data.region} was received on ${data.receivedOn}, to be answered by ${data.dueOn}`,
  InformationDeadlineExtended: (data: InformationDeadlineExtended['data']) =>
    `The term of information request ${data.request} was extended to ${data.dueOn}: ${data.reason}`,
  InformationAnswered: (data: InformationAnswered['data']) =>
    `Information request ${data.request} was answered (${data.outcome}) on ${data.answeredOn}${late(data.late)}`,
  InformationObjected: (data: InformationObjected['data']) =>
    `An objection (${data.ground}) about information request ${data.request} was received on ${data.objectedOn}`,
  InformationObjectionDecided: (data: InformationObjectionDecided['data']) =>
    `The objection about information request ${data.request} was ${data.outcome} on ${data.decidedOn}${late(data.late)}`,
  InformationDisputeNoted: (data: InformationDisputeNoted['data']) =>
    `Dispute ${data.reference} about information request ${data.request} was filed on ${data.filedOn}`,
};
