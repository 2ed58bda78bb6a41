import type {
  AnswerInformation,
  DecideInformationObjection,
  ExtendInformationDeadline,
  InformationAnswered,
  InformationDeadlineExtended,
  InformationObjected,
  InformationObjectionDecided,
  InformationRequested,
  NoteInformationDispute,
  ObjectToInformation,
} from '../information';
import {
  calendars2025 as calendars,
  informationContext as context,
  informationTerms as terms,
  requestOf2025 as received,
} from './information';

export const key = { request: 'serang-2025-001', region: '36.73' };
const countedBy = { termsVersion: 3, calendarVersion: 1 };
const { asked } = received;
const { request } = key;

export const requested: InformationRequested = {
  type: 'InformationRequested',
  data: {
    ...key,
    requester: received.requester,
    office: received.office,
    asked,
    receivedOn: '2025-02-03',
    dueOn: '2025-02-18',
    counted: [
      {
        term: 'answer',
        from: '2025-02-03',
        length: { count: 10, unit: 'working-days' },
        countedOn: '2025-02-03',
        dueOn: '2025-02-18',
        calendarVersion: 1,
        calendarEndsOn: null,
      },
    ],
    terms: terms.content,
    countedBy,
    recordedBy: 'ppid-1',
  },
};
export const extend: ExtendInformationDeadline = {
  type: 'ExtendInformationDeadline',
  ...context,
  request,
  extendedOn: '2025-02-18',
  reason: 'The figures are with the auditor',
  calendars,
};
export const extended: InformationDeadlineExtended = {
  type: 'InformationDeadlineExtended',
  data: {
    ...key,
    asked,
    extendedOn: '2025-02-18',
    reason: extend.reason,
    dueOn: '2025-02-27',
    counted: [
      {
        term: 'answer',
        from: '2025-02-18',
        length: { count: 7, unit: 'working-days' },
        countedOn: '2025-02-18',
        dueOn: '2025-02-27',
        calendarVersion: 1,
        calendarEndsOn: null,
      },
    ],
    countedBy,
    extendedBy: 'ppid-1',
  },
};
export const answer: AnswerInformation = {
  type: 'AnswerInformation',
  ...context,
  request,
  calendars,
  answeredOn: '2025-02-18',
  outcome: 'refused',
  ground: 'UU 14/2008 art. 17 h',
  evidence: [],
};
export const answered: InformationAnswered = {
  type: 'InformationAnswered',
  data: {
    ...key,
    answeredOn: '2025-02-18',
    outcome: 'refused',
    ground: 'UU 14/2008 art. 17 h',
    evidence: [],
    late: false,
    answeredBy: 'ppid-1',
  },
};
export const objecting: ObjectToInformation = {
  type: 'ObjectToInformation',
  ...context,
  request,
  objectedOn: '2025-04-01',
  ground: 'refused-as-exempt',
  explanation: null,
  calendars,
};
export const objected: InformationObjected = {
  type: 'InformationObjected',
  data: {
    ...key,
    asked,
    objectedOn: '2025-04-01',
    ground: 'refused-as-exempt',
    explanation: null,
    decideBy: '2025-05-13',
    counted: [
      {
        term: 'decision',
        from: '2025-04-01',
        length: { count: 30, unit: 'working-days' },
        countedOn: '2025-04-01',
        dueOn: '2025-05-13',
        calendarVersion: 1,
        calendarEndsOn: null,
      },
    ],
    countedBy,
    recordedBy: 'ppid-1',
  },
};
export const deciding: DecideInformationObjection = {
  type: 'DecideInformationObjection',
  at: context.at,
  actor: { kind: 'person', id: 'superior-1' },
  request,
  calendars,
  decidedOn: '2025-05-13',
  outcome: 'upheld',
  reason: 'The exemption does not hold',
};
export const decided: InformationObjectionDecided = {
  type: 'InformationObjectionDecided',
  data: {
    ...key,
    decidedOn: '2025-05-13',
    outcome: 'upheld',
    reason: deciding.reason,
    late: false,
    decidedBy: 'superior-1',
  },
};
export const dispute: NoteInformationDispute = {
  type: 'NoteInformationDispute',
  ...context,
  request,
  filedOn: '2025-06-02',
  reference: '012/VI/KI-BTN/2025',
  calendars,
};
