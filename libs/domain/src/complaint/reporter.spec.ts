import { at, by, somebody } from '../testing/complaints';
import { givenFor } from '../testing/given';
import { reporter, type ReporterCommand, type ReporterEvent } from '.';

const given = givenFor(reporter);
const key = { reporter: somebody, region: '36.73' };

const sealing = (change: object = {}): ReporterCommand => ({
  type: 'SealReporter',
  ...key,
  regionRegistered: true,
  sealedIdentity: 'v1.Zm9v',
  actor: by('operator'),
  at,
  ...change,
});
const request = (who: string, legalBasis = 'UU 31/2014 art. 10'): ReporterCommand => ({
  type: 'RequestUnmasking',
  reporter: somebody,
  legalBasis,
  actor: by(who),
  at,
});
const approve = (who: string): ReporterCommand => ({
  type: 'ApproveUnmasking',
  reporter: somebody,
  actor: by(who),
  at,
});

const sealed: ReporterEvent = {
  type: 'ReporterSealed',
  data: { ...key, sealedIdentity: 'v1.Zm9v' },
};
const grounds = { ...key, legalBasis: 'UU 31/2014 art. 10', requestedBy: 'ani' };
const requested: ReporterEvent = { type: 'UnmaskingRequested', data: grounds };
const unmasked: ReporterEvent = {
  type: 'ReporterUnmasked',
  data: { ...grounds, approvedBy: 'budi' },
};

describe('the identity of a reporter', () => {
  it('is sealed once under a pseudonym', () => {
    given().when(sealing()).then(sealed);
    given(sealed).when(sealing()).refused('complaint.reporter-already-sealed');
    given()
      .when(sealing({ reporter: 'ani-setiawan' }))
      .refused('complaint.invalid-pseudonym');
    given()
      .when(sealing({ regionRegistered: false }))
      .refused('complaint.region-unknown');
  });

  it('is unmasked by two different persons on a legal ground', () => {
    given(sealed).when(request('ani')).then(requested);
    given(sealed, requested).when(approve('budi')).then(unmasked);
    given(sealed, requested).when(approve('ani')).refused('complaint.approver-is-requester');
    given(sealed).when(request('ani', ' ')).refused('complaint.blank-text');
  });

  it('is not unmasked without a request, nor twice, nor if there is none', () => {
    given(sealed).when(approve('budi')).refused('complaint.unmasking-state');
    given(sealed, requested).when(request('budi')).refused('complaint.unmasking-state');
    given(sealed, requested, unmasked).when(approve('citra')).refused('complaint.unmasking-state');
    given().when(request('ani')).refused('complaint.reporter-not-found');
  });
});
