import type {
  InformationAnswered,
  InformationDeadlineExtended,
  InformationDisputeNoted,
  InformationObjected,
  InformationObjectionDecided,
  InformationRequested,
} from '@jejak/domain/information/events';

const key = { request: 'serang-2025-001', region: '36.73' };
const asked = 'Budget realisation of 2024';
const countedBy = { termsVersion: 1, calendarVersion: 1 };

const requested: InformationRequested = {
  type: 'InformationRequested',
  data: {
    ...key,
    requester: '0d8f6a3c-5c1e-5b7a-9a43-7f0f5a4c2e11',
    office: 'PPID Kota Serang',
    asked,
    receivedOn: '2025-02-03',
    dueOn: '2025-02-17',
    terms: { answer: 10, extension: 7, objection: 30, decision: 30, dispute: 14 },
    countedBy,
    counted: [],
    recordedBy: 'operator-1',
  },
};
const extended: InformationDeadlineExtended = {
  type: 'InformationDeadlineExtended',
  data: {
    ...key,
    asked,
    extendedOn: '2025-02-14',
    reason: 'The figures are with the auditor',
    dueOn: '2025-02-26',
    countedBy,
    counted: [],
    extendedBy: 'operator-1',
  },
};
const answered: InformationAnswered = {
  type: 'InformationAnswered',
  data: {
    ...key,
    answeredOn: '2025-02-27',
    outcome: 'refused',
    ground: 'UU 14/2008 art. 17 h',
    evidence: [],
    late: true,
    answeredBy: 'operator-1',
  },
};
const objected: InformationObjected = {
  type: 'InformationObjected',
  data: {
    ...key,
    asked,
    objectedOn: '2025-03-03',
    ground: 'refused-as-exempt',
    explanation: null,
    decideBy: '2025-04-23',
    countedBy,
    counted: [],
    recordedBy: 'operator-1',
  },
};
const decided: InformationObjectionDecided = {
  type: 'InformationObjectionDecided',
  data: {
    ...key,
    decidedOn: '2025-04-10',
    outcome: 'upheld',
    reason: 'The exemption does not hold',
    late: false,
    decidedBy: 'verifier-1',
  },
};
const disputed: InformationDisputeNoted = {
  type: 'InformationDisputeNoted',
  data: {
    ...key,
    filedOn: '2025-04-25',
    reference: '012/IV/KI-BTN/2025',
    inTime: true,
    notedBy: 'operator-1',
  },
};

/** One request for information and every step that can follow. */
export const informationEvents = { requested, extended, answered, objected, decided, disputed };
