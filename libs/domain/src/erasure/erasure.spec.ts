import { by } from '../testing/complaints';
import {
  decideErasure,
  erasureRules,
  refuseErasure,
  requestErasure,
  shredSubjectKey,
} from '../testing/erasures';
import { givenFor } from '../testing/given';
import { inForce, mustBeSound, mustBeUnsound } from '../testing/policies';
import { erasure, type ErasureEvent } from '.';

const given = givenFor(erasure);
const { subject, region } = requestErasure();
const key = { subject, region, request: 1 };

const requested: ErasureEvent = {
  type: 'ErasureRequested',
  data: {
    ...key,
    channel: 'electronic',
    receivedOn: '2026-02-27',
    executeBy: '2026-03-02',
    counted: {
      ...{ term: 'execute', from: '2026-02-27', length: { count: 3, unit: 'days' } },
      ...{ countedOn: '2026-02-27', dueOn: '2026-03-02' },
      ...{ calendarVersion: null, calendarEndsOn: null },
    },
    policyVersion: 2,
    recordedBy: 'desk',
  },
};
const granted: ErasureEvent = {
  type: 'ErasureGranted',
  data: { ...key, decidedOn: '2026-03-01', decidedBy: 'ani' },
};
const refused: ErasureEvent = {
  type: 'ErasureRefused',
  data: {
    ...{ ...key, decidedOn: '2026-03-01', law: 'UU 31/1999 art. 21', policyVersion: 2 },
    ground: { letter: 'b', text: 'kepentingan proses penegakan hukum' },
    ...{ late: false, decidedBy: 'ani' },
  },
};
const shredded: ErasureEvent = {
  type: 'SubjectKeyShredded',
  data: { ...key, shreddedBy: 'budi' },
};

describe('a request for erasure', () => {
  it('has three calendar days from its receipt, weekends counted', () => {
    given().when(requestErasure()).then(requested);
  });

  it('is about a random UUID under which the region sealed something, and about no name', () => {
    given()
      .when(requestErasure({ subject: 'ani' }))
      .refused('erasure.invalid-pseudonym');
    given()
      .when(requestErasure({ heldBy: [] }))
      .refused('erasure.subject-unknown');
    given()
      .when(requestErasure({ heldBy: ['36.71'] }))
      .refused('erasure.subject-unknown');
    given()
      .when(requestErasure({ heldBy: ['36.71', region] }))
      .refused('erasure.held-elsewhere');
  });

  it('has a day that exists, has begun and has rules in force', () => {
    given()
      .when(requestErasure({ receivedOn: '2026-02-30' }))
      .refused('erasure.invalid-date');
    given()
      .when(requestErasure({ receivedOn: '2026-06-02' }))
      .refused('erasure.future-date');
    given()
      .when(requestErasure({ rules: null }))
      .refused('erasure.policy-missing');
  });

  it('is the only one of its subject while it is open, and the last once the key is gone', () => {
    given(requested).when(requestErasure()).refused('erasure.already-requested');
    given(requested, granted).when(requestErasure()).refused('erasure.already-requested');
    given(requested, granted, shredded).when(requestErasure()).refused('erasure.already-shredded');
  });

  it('may follow a refusal, with a number of its own and not dated before it', () => {
    given(requested, refused)
      .when(requestErasure({ receivedOn: '2026-02-28' }))
      .refused('erasure.out-of-order');
    given(requested, refused)
      .when(requestErasure({ receivedOn: '2026-03-05' }))
      .then({
        ...requested,
        data: {
          ...requested.data,
          ...{ request: 2, receivedOn: '2026-03-05', executeBy: '2026-03-08' },
          counted: {
            ...requested.data.counted,
            ...{ from: '2026-03-05', countedOn: '2026-03-05', dueOn: '2026-03-08' },
          },
        },
      });
  });
});

describe('a decision on a request for erasure', () => {
  it('grants it, and names no ground then', () => {
    given(requested).when(decideErasure()).then(granted);
    given(requested)
      .when(decideErasure({ exemption: 'b' }))
      .refused('erasure.ground-of-grant');
    given(requested)
      .when(decideErasure({ law: 'UU 31/1999' }))
      .refused('erasure.ground-of-grant');
  });

  it('refuses it on an exemption of the law, in the words of the law, carrying out a law', () => {
    given(requested).when(refuseErasure()).then(refused);
  });

  it('never refuses it without such a ground', () => {
    given(requested)
      .when(refuseErasure({ exemption: null }))
      .refused('erasure.ground-missing');
    given(requested)
      .when(refuseErasure({ exemption: 'z' }))
      .refused('erasure.invalid-ground');
    given(requested)
      .when(refuseErasure({ law: null }))
      .refused('erasure.law-missing');
    given(requested)
      .when(refuseErasure({ law: ' ' }))
      .refused('erasure.blank-text');
    given(requested)
      .when(refuseErasure({ rules: null }))
      .refused('erasure.policy-missing');
  });

  it('rests on the exemptions of its own day', () => {
    const [first] = erasureRules.exemptions;
    const rules = inForce('erasure-rules', { ...erasureRules, exemptions: [first!] }, 3);
    given(requested).when(refuseErasure({ rules })).refused('erasure.invalid-ground');
  });

  it('is in time on the last day and late on the next', () => {
    given(requested)
      .when(refuseErasure({ decidedOn: '2026-03-02' }))
      .then({ ...refused, data: { ...refused.data, decidedOn: '2026-03-02' } });
    given(requested)
      .when(refuseErasure({ decidedOn: '2026-03-03' }))
      .then({ ...refused, data: { ...refused.data, decidedOn: '2026-03-03', late: true } });
  });

  it('is made once, about a request that there is, and not before it', () => {
    given().when(decideErasure()).refused('erasure.not-found');
    given(requested, granted).when(refuseErasure()).refused('erasure.already-decided');
    given(requested, refused).when(decideErasure()).refused('erasure.already-decided');
    given(requested, granted, shredded).when(decideErasure()).refused('erasure.already-decided');
    given(requested)
      .when(decideErasure({ decidedOn: '2026-02-26' }))
      .refused('erasure.out-of-order');
  });
});

describe('a key', () => {
  it('is destroyed by another person than who granted it', () => {
    given(requested, granted)
      .when(shredSubjectKey({ actor: by('ani') }))
      .refused('erasure.shredder-decided');
    given(requested, granted).when(shredSubjectKey()).then(shredded);
  });

  it('is never destroyed without a grant, nor twice', () => {
    given().when(shredSubjectKey()).refused('erasure.not-found');
    given(requested).when(shredSubjectKey()).refused('erasure.not-granted');
    given(requested, refused).when(shredSubjectKey()).refused('erasure.not-granted');
    given(requested, granted, shredded).when(shredSubjectKey()).refused('erasure.already-shredded');
  });
});

describe('the rules of erasure', () => {
  const rules = (change: Partial<typeof erasureRules>) =>
    ({ kind: 'erasure-rules', content: { ...erasureRules, ...change } }) as const;

  it('are sound as the law has them', () => {
    mustBeSound(rules({}));
  });

  it.each([
    ['a term in working days', { execution: { count: 3, unit: 'working-days' } as const }],
    ['a term before the receipt', { execution: { count: -1, unit: 'days' } as const }],
    ['no exemption', { exemptions: [] }],
    ['an exemption without a text', { exemptions: [{ letter: 'a', text: ' ' }] }],
    ['an exemption without a letter', { exemptions: [{ letter: '15', text: 'x' }] }],
    ['two of one letter', { exemptions: ['x', 'y'].map((text) => ({ letter: 'a', text })) }],
  ])('are refused with %s', (_, change) => {
    mustBeUnsound(rules(change));
  });
});
