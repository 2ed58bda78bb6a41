import {
  afterClosing,
  closesAt,
  count,
  counted,
  place,
  receipt,
  returned,
  sendBack,
  submit,
  submitted,
  verified,
  verify,
} from '../testing/evidence';
import { givenFor } from '../testing/given';
import { evidence, type SubmitEvidence } from '.';

const given = givenFor(evidence);

describe('handing in a document', () => {
  it('gives a receipt that its place in the stream makes unique', () => {
    given().when(submit()).then(submitted(0));
    given(submitted(0))
      .when(submit({ document: 'report' }))
      .then(submitted(1, { document: 'report' }));
  });

  it('is in time at the very end of the uploads and late a millisecond after', () => {
    given()
      .when(submit({ at: closesAt }))
      .then(submitted(0));
    given()
      .when(submit({ at: '2025-11-30T17:00:00.000Z' }))
      .then(submitted(0, { late: true }));
  });

  it('is in time while nobody has announced an end', () => {
    given()
      .when(submit({ at: afterClosing, scorecard: { place, closesAt: null } }))
      .then(submitted(0, { closesAt: null }));
  });

  it('replaces what stood for the document, which stays readable; a late one replaces nothing', () => {
    given(submitted(0))
      .when(submit())
      .then(submitted(1, { replaces: receipt(0) }));
    given(submitted(0), returned(0))
      .when(submit())
      .then(submitted(2, { replaces: receipt(0) }));
    given(submitted(0), returned(0))
      .when(submit({ at: afterClosing }))
      .then(submitted(2, { late: true }));
  });

  it('counts from when another system took it in, if that system says so itself', () => {
    const handedInAt = '2025-11-29T08:15:00.000Z';
    const actor = { kind: 'system', id: 'simral' } as const;
    given()
      .when(submit({ actor, handedInAt, at: afterClosing }))
      .then(submitted(0, { handedInAt, submittedBy: 'simral' }));
    given()
      .when(submit({ handedInAt, at: afterClosing }))
      .refused('evidence.handed-in-by-say-so');
    given()
      .when(submit({ actor, handedInAt: '2025-12-01T02:00:00.001Z', at: afterClosing }))
      .refused('evidence.future-instant');
  });

  it('is late once the evidence is counted, whatever its instant says', () => {
    const actor = { kind: 'system', id: 'simral' } as const;
    const handedInAt = '2025-11-29T08:15:00.000Z';
    given(counted('0', 'not-uploaded'))
      .when(submit({ actor, handedInAt, at: afterClosing }))
      .then(submitted(1, { handedInAt, submittedBy: 'simral', late: true }));
  });

  it.each<[string, Partial<SubmitEvidence>]>([
    ['evidence.scorecard-unknown', { scorecard: null }],
    ['evidence.sub-indicator-unknown', { scorecard: { place: null, closesAt } }],
    ['evidence.document-unknown', { document: 'photo' }],
    ['evidence.invalid-hash', { sha256: 'menus.png' }],
    ['evidence.invalid-count', { size: 0 }],
    ['evidence.invalid-count', { size: 0.5 }],
    ['evidence.blank-text', { title: ' ' }],
    ['evidence.invalid-instant', { handedInAt: '2025-11-31T25:00:00+07:00' }],
  ])('is refused with %s', (code, change) => {
    given().when(submit(change)).refused(code);
  });
});

describe('verifying', () => {
  it('gives points from nothing to what the document is worth', () => {
    given(submitted(0))
      .when(verify({ points: '37.50' }))
      .then(verified(0, '37.5'));
    given(submitted(0))
      .when(verify({ points: '0' }))
      .then(verified(0, '0'));
    for (const points of ['50.01', '-1']) {
      given(submitted(0)).when(verify({ points })).refused('evidence.points-out-of-range');
    }
    given(submitted(0))
      .when(verify({ points: 'half' }))
      .refused('evidence.invalid-decimal');
  });

  it('is for somebody outside the region, and never for who handed it in', () => {
    given(submitted(0))
      .when(verify({ jurisdiction: ['*'] }))
      .then(verified(0, '37.5'));
    for (const jurisdiction of [['36.73'], ['36.73', '36.01'], ['32'], []]) {
      given(submitted(0)).when(verify({ jurisdiction })).refused('evidence.reviewer-inside');
      given(submitted(0)).when(sendBack({ jurisdiction })).refused('evidence.reviewer-inside');
    }
    const actor = { kind: 'person', id: 'operator' } as const;
    given(submitted(0)).when(verify({ actor })).refused('evidence.reviewer-is-submitter');
    given(submitted(0)).when(sendBack({ actor })).refused('evidence.reviewer-is-submitter');
  });

  it('is about the upload that stands for its document', () => {
    const again = submitted(1, { replaces: receipt(0) });
    given(submitted(0), again).when(verify()).refused('evidence.replaced');
    given(submitted(0), again)
      .when(verify({ receipt: receipt(1) }))
      .then(verified(1, '37.5'));
    given(submitted(0))
      .when(verify({ receipt: receipt(7) }))
      .refused('evidence.receipt-unknown');
    given(submitted(0))
      .when(sendBack({ receipt: receipt(7) }))
      .refused('evidence.receipt-unknown');
  });

  it('never scores what came late, and does not let it stand before what was in time', () => {
    const late = submitted(1, { late: true });
    given(submitted(0), late)
      .when(verify({ receipt: receipt(1) }))
      .refused('evidence.late');
    given(submitted(0), late).when(verify()).then(verified(0, '37.5'));
  });

  it('a second time says why', () => {
    given(submitted(0), verified(0, '10')).when(verify()).refused('evidence.note-missing');
    given(submitted(0), returned(0)).when(verify()).refused('evidence.note-missing');
    given(submitted(0), verified(0, '10'))
      .when(verify({ note: 'Page 3 was overlooked' }))
      .then(verified(0, '37.5', { note: 'Page 3 was overlooked' }));
    given(submitted(0))
      .when(verify({ note: ' ' }))
      .refused('evidence.blank-text');
  });

  it('ends with the counting', () => {
    const history = [submitted(0), verified(0, '37.5'), counted('37.5')];
    given(...history)
      .when(verify({ note: 'Again' }))
      .refused('evidence.counted');
    given(...history)
      .when(sendBack())
      .refused('evidence.counted');
  });
});

describe('returning', () => {
  it('has a reason, happens once for an upload and keeps what was returned', () => {
    given(submitted(0)).when(sendBack()).then(returned(0));
    given(submitted(0), verified(0, '10')).when(sendBack()).then(returned(0));
    given(submitted(0), returned(0)).when(sendBack()).refused('evidence.already-returned');
    given(submitted(0))
      .when(sendBack({ reason: '' }))
      .refused('evidence.blank-text');
  });
});

describe('counting', () => {
  const report = (change = {}) => submitted(1, { document: 'report', ...change });

  it('adds up the points of the documents, once and after the end of the uploads', () => {
    const history = [submitted(0), report(), verified(0, '37.5')];
    given(...history)
      .when(count())
      .then(counted('37.5'));
    given(...history, verified(1, '50', { document: 'report' }))
      .when(count())
      .then(counted('87.5'));
    given(...history, counted('37.5'))
      .when(count())
      .refused('evidence.already-counted');
    given(...history)
      .when(count({ at: closesAt }))
      .refused('evidence.cycle-open');
    given(...history)
      .when(count({ scorecard: { place, closesAt: null } }))
      .refused('evidence.cycle-open');
  });

  it('takes no points of what was replaced or returned', () => {
    given(submitted(0), verified(0, '37.5'), submitted(2, { replaces: receipt(0) }))
      .when(count())
      .then(counted('0', 'waiting'));
    given(submitted(0), verified(0, '37.5'), returned(0))
      .when(count())
      .then(counted('0', 'returned'));
  });

  it('says why nothing is counted', () => {
    given().when(count()).then(counted('0', 'not-uploaded'));
    given(submitted(0, { late: true }))
      .when(count())
      .then(counted('0', 'late'));
    given(submitted(0)).when(count()).then(counted('0', 'waiting'));
    given(submitted(0), verified(0, '0')).when(count()).then(counted('0', 'no-points'));
  });
});
