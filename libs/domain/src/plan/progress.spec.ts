import { givenFor } from '../testing/given';
import {
  adopted,
  report,
  reported,
  verify,
  verified,
  sendBack,
  returned,
} from '../testing/plan-progress';
import { plan, type ReportProgress } from '.';

const given = givenFor(plan);

describe('reporting progress', () => {
  it('keeps the claim in its one spelling, and says when it is late', () => {
    given(adopted).when(report()).then(reported());
    given(adopted)
      .when(report({ reportedOn: '2025-07-01' }))
      .then(reported({ reportedOn: '2025-07-01', late: true }));
  });

  it('needs no document for a claim of nothing', () => {
    given(adopted)
      .when(report({ claimed: '0', evidence: [] }))
      .then(reported({ claimed: '0', evidence: [] }));
    given(adopted)
      .when(report({ evidence: [] }))
      .refused('plan.evidence-missing');
  });

  it('has one report stand at a time', () => {
    given(adopted, reported()).when(report()).refused('plan.progress-already-reported');
    given(adopted, reported(), verified).when(report()).refused('plan.progress-already-verified');
    given(adopted, reported(), returned).when(report()).then(reported());
  });

  it.each<[string, Partial<ReportProgress>]>([
    ['plan.percentage-out-of-range', { claimed: '100.01' }],
    ['plan.percentage-out-of-range', { claimed: '-1' }],
    ['plan.invalid-decimal', { claimed: 'all' }],
    ['plan.future-date', { reportedOn: '2025-10-03' }],
    ['plan.item-unknown', { item: 'assets' }],
    ['plan.checkpoint-unknown', { checkpoint: 'b15' }],
    ['plan.invalid-evidence', { evidence: [{ sha256: 'x', title: 'y' }] }],
    ['plan.blank-text', { note: ' ' }],
  ])('is refused with %s', (code, change) => {
    given(adopted).when(report(change)).refused(code);
  });
});

describe('judging reported progress', () => {
  it('keeps what was found beside what was claimed', () => {
    given(adopted, reported()).when(verify('inspector')).then(verified);
  });

  it('is never for the reporter, whatever became of the report', () => {
    for (const history of [[reported()], [reported(), verified], [reported(), returned]]) {
      given(adopted, ...history)
        .when(verify('operator'))
        .refused('plan.verifier-is-reporter');
      given(adopted, ...history)
        .when(sendBack('operator'))
        .refused('plan.verifier-is-reporter');
    }
    given(adopted, reported(), returned, reported({ reportedBy: 'inspector' }))
      .when(verify('inspector'))
      .refused('plan.verifier-is-reporter');
  });

  it('finds at most everything done', () => {
    given(adopted, reported())
      .when(verify('inspector', { verified: '100.5' }))
      .refused('plan.percentage-out-of-range');
    given(adopted, reported())
      .when(verify('inspector', { note: ' ' }))
      .refused('plan.blank-text');
  });

  it('needs a report that waits', () => {
    given(adopted).when(verify('inspector')).refused('plan.progress-not-reported');
    given(adopted, reported(), verified)
      .when(verify('inspector'))
      .refused('plan.progress-already-verified');
    given(adopted, reported(), returned)
      .when(sendBack('inspector'))
      .refused('plan.progress-not-reported');
  });

  it('returns with a reason, also what was verified by mistake', () => {
    given(adopted, reported()).when(sendBack('inspector')).then(returned);
    given(adopted, reported(), verified).when(sendBack('inspector')).then(returned);
    given(adopted, reported())
      .when(sendBack('inspector', { reason: '' }))
      .refused('plan.blank-text');
  });
});
