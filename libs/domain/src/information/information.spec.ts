import { givenFor } from '../testing/given';
import { requestOf2025 as received } from '../testing/information';
import {
  requested,
  extend,
  extended,
  answer,
  answered,
  objecting,
  objected,
  deciding,
  decided,
  dispute,
} from '../testing/information-history';
import { information, type RequestInformation } from '.';

const given = givenFor(information);

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
      .then({
        ...extended,
        data: {
          ...extended.data,
          extendedOn: '2025-02-04',
          counted: [{ ...extended.data.counted[0]!, countedOn: '2025-02-04' }],
        },
      });
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
