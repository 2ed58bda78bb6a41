import { givenFor } from '../testing/given';
import {
  calendar2025 as calendar,
  informationContext as context,
  informationTerms as terms,
  requestOf2025 as received,
} from '../testing/information';
import {
  type AnswerInformation,
  type DecideInformationObjection,
  type ExtendInformationDeadline,
  information,
  type InformationAnswered,
  type InformationDeadlineExtended,
  type InformationObjected,
  type InformationObjectionDecided,
  type InformationRequested,
  type NoteInformationDispute,
  type ObjectToInformation,
  type RequestInformation,
} from '.';

const given = givenFor(information);
const key = { request: 'serang-2025-001', region: '36.73' };
const countedBy = { termsVersion: 3, calendarVersion: 1 };
const { asked } = received;
const { request } = key;

const requested: InformationRequested = {
  type: 'InformationRequested',
  data: {
    ...key,
    requester: received.requester,
    office: received.office,
    asked,
    receivedOn: '2025-02-03',
    dueOn: '2025-02-18',
    terms: terms.content,
    countedBy,
    recordedBy: 'ppid-1',
  },
};
const extend: ExtendInformationDeadline = {
  type: 'ExtendInformationDeadline',
  ...context,
  request,
  extendedOn: '2025-02-18',
  reason: 'The figures are with the auditor',
  calendar,
};
const extended: InformationDeadlineExtended = {
  type: 'InformationDeadlineExtended',
  data: {
    ...key,
    asked,
    extendedOn: '2025-02-18',
    reason: extend.reason,
    dueOn: '2025-02-27',
    countedBy,
    extendedBy: 'ppid-1',
  },
};
const answer: AnswerInformation = {
  type: 'AnswerInformation',
  ...context,
  request,
  answeredOn: '2025-02-18',
  outcome: 'refused',
  ground: 'UU 14/2008 art. 17 h',
  evidence: [],
};
const answered: InformationAnswered = {
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
const objecting: ObjectToInformation = {
  type: 'ObjectToInformation',
  ...context,
  request,
  objectedOn: '2025-04-01',
  ground: 'refused-as-exempt',
  explanation: null,
  calendar,
};
const objected: InformationObjected = {
  type: 'InformationObjected',
  data: {
    ...key,
    asked,
    objectedOn: '2025-04-01',
    ground: 'refused-as-exempt',
    explanation: null,
    decideBy: '2025-05-13',
    countedBy,
    recordedBy: 'ppid-1',
  },
};
const deciding: DecideInformationObjection = {
  type: 'DecideInformationObjection',
  at: context.at,
  actor: { kind: 'person', id: 'superior-1' },
  request,
  decidedOn: '2025-05-13',
  outcome: 'upheld',
  reason: 'The exemption does not hold',
};
const decided: InformationObjectionDecided = {
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
const dispute: NoteInformationDispute = {
  type: 'NoteInformationDispute',
  ...context,
  request,
  filedOn: '2025-06-02',
  reference: '012/VI/KI-BTN/2025',
  calendar,
};

describe('a request for information', () => {
  it('is to be answered in ten working days, counted by the calendar in force', () => {
    given().when(received).then(requested);
  });

  it.each<[string, Partial<RequestInformation>]>([
    ['information.invalid-identifier', { request: 'Serang 1' }],
    ['information.region-unknown', { regionRegistered: false }],
    ['information.invalid-pseudonym', { requester: '3673014501900001' }],
    ['information.invalid-pseudonym', { requester: 'ani@example.com' }],
    ['information.blank-text', { asked: ' ' }],
    ['information.blank-text', { office: '' }],
    ['information.invalid-date', { receivedOn: '2025-02-30' }],
    ['information.future-date', { receivedOn: '2026-02-03' }],
    ['information.policy-missing', { terms: null }],
    ['information.policy-missing', { calendar: null }],
    ['information.calendar-too-short', { receivedOn: '2025-12-22' }],
    ['information.calendar-too-short', { receivedOn: '2024-12-20' }],
  ])('is refused with %s: %j', (code, change) => {
    given()
      .when({ ...received, ...change })
      .refused(code);
  });

  it('is recorded once', () => {
    given(requested).when(received).refused('information.already-requested');
  });

  it('must be recorded before anything else is', () => {
    for (const command of [extend, answer, objecting, deciding, dispute]) {
      given().when(command).refused('information.not-found');
    }
  });
});

describe('an extension', () => {
  it('adds seven working days to the last day, not to the day it is made on', () => {
    given(requested).when(extend).then(extended);
    given(requested)
      .when({ ...extend, extendedOn: '2025-02-04' })
      .then({ ...extended, data: { ...extended.data, extendedOn: '2025-02-04' } });
  });

  it('is made once, with a reason, while the term runs', () => {
    given(requested, extended).when(extend).refused('information.already-extended');
    given(requested)
      .when({ ...extend, reason: ' ' })
      .refused('information.blank-text');
    given(requested)
      .when({ ...extend, extendedOn: '2025-02-19' })
      .refused('information.extended-too-late');
    given(requested, answered).when(extend).refused('information.no-longer-open');
    given(requested)
      .when({ ...extend, extendedOn: '2025-02-02' })
      .refused('information.out-of-order');
    given(requested)
      .when({ ...extend, calendar: null })
      .refused('information.policy-missing');
  });
});

describe('an answer', () => {
  it('is in time on the last day and late on the next', () => {
    given(requested).when(answer).then(answered);
    given(requested)
      .when({ ...answer, answeredOn: '2025-02-19' })
      .then({ ...answered, data: { ...answered.data, answeredOn: '2025-02-19', late: true } });
    given(requested, extended)
      .when({ ...answer, answeredOn: '2025-02-27' })
      .then({ ...answered, data: { ...answered.data, answeredOn: '2025-02-27' } });
  });

  it('that withholds anything names its ground', () => {
    given(requested)
      .when({ ...answer, ground: null })
      .refused('information.ground-missing');
    given(requested)
      .when({ ...answer, outcome: 'granted', ground: null })
      .then({ ...answered, data: { ...answered.data, outcome: 'granted', ground: null } });
  });

  it('is given once, and names documents by their content', () => {
    given(requested, answered).when(answer).refused('information.no-longer-open');
    given(requested)
      .when({ ...answer, evidence: [{ sha256: 'x', title: 'Scan' }] })
      .refused('information.invalid-evidence');
  });

  it('may still come after an objection to the silence, and not after the decision', () => {
    const silence = { ...objected, data: { ...objected.data, objectedOn: '2025-02-19' } };
    given(requested, silence)
      .when({ ...answer, answeredOn: '2025-02-20' })
      .then({ ...answered, data: { ...answered.data, answeredOn: '2025-02-20', late: true } });
    given(requested, silence, decided)
      .when({ ...answer, answeredOn: '2025-05-20' })
      .refused('information.no-longer-open');
  });
});

describe('an objection', () => {
  it('is to be decided in thirty working days', () => {
    given(requested, answered).when(objecting).then(objected);
  });

  it('to an answer is made in thirty working days', () => {
    given(requested, answered)
      .when({ ...objecting, objectedOn: '2025-04-02' })
      .refused('information.objection-too-late');
  });

  it('to silence is made from the day after the last day on, in thirty working days', () => {
    given(requested)
      .when({ ...objecting, objectedOn: '2025-02-18', ground: 'not-answered' })
      .refused('information.objection-too-early');
    given(requested)
      .when({ ...objecting, objectedOn: '2025-02-19', ground: 'not-answered' })
      .then({
        ...objected,
        data: {
          ...objected.data,
          objectedOn: '2025-02-19',
          ground: 'not-answered',
          decideBy: '2025-04-02',
        },
      });
    given(requested)
      .when({ ...objecting, objectedOn: '2025-04-02' })
      .refused('information.objection-too-late');
  });

  it('is made once, and not where nobody can say when it is to be decided', () => {
    given(requested, answered, objected).when(objecting).refused('information.already-objected');
    given(requested, answered)
      .when({ ...objecting, calendar: null })
      .refused('information.policy-missing');
    const late = { ...answered, data: { ...answered.data, answeredOn: '2025-11-20' } };
    given(requested, late)
      .when({ ...objecting, objectedOn: '2025-12-01' })
      .refused('information.calendar-too-short');
  });
});

describe('a decision on an objection', () => {
  const open = [requested, answered, objected] as const;

  it('is in time on the last day and late on the next', () => {
    given(...open)
      .when(deciding)
      .then(decided);
    given(...open)
      .when({ ...deciding, decidedOn: '2025-05-14' })
      .then({ ...decided, data: { ...decided.data, decidedOn: '2025-05-14', late: true } });
  });

  it('is never made by who answered', () => {
    given(...open)
      .when({ ...deciding, actor: context.actor })
      .refused('information.decider-answered');
  });

  it('is made once, and follows an objection', () => {
    given(requested, answered).when(deciding).refused('information.nothing-to-decide');
    given(...open, decided)
      .when(deciding)
      .refused('information.already-decided');
  });
});

describe('a dispute before the commission', () => {
  const open = [requested, answered, objected] as const;
  const noted = (filedOn: string, inTime: boolean | null) =>
    ({
      type: 'InformationDisputeNoted',
      data: { ...key, filedOn, reference: dispute.reference, inTime, notedBy: 'ppid-1' },
    }) as const;

  it('is noted with whether it came in time, which is for the commission to judge', () => {
    given(...open, decided)
      .when(dispute)
      .then(noted('2025-06-02', true));
    given(...open, decided)
      .when({ ...dispute, filedOn: '2025-06-03' })
      .then(noted('2025-06-03', false));
    given(...open, decided)
      .when({ ...dispute, calendar: null })
      .then(noted('2025-06-02', null));
  });

  it('follows the decision or the last day for it', () => {
    given(requested, answered).when(dispute).refused('information.dispute-too-early');
    given(...open)
      .when({ ...dispute, filedOn: '2025-05-13' })
      .refused('information.dispute-too-early');
    given(...open)
      .when({ ...dispute, filedOn: '2025-05-14' })
      .then(noted('2025-05-14', true));
    given(...open, decided, noted('2025-06-02', true))
      .when(dispute)
      .refused('information.already-disputed');
  });
});
