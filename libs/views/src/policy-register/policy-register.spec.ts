import { addDays } from '@jejak/domain';
import { policy, policyInForce } from '@jejak/domain/policy';
import type { PolicyEvent } from '@jejak/domain/policy/events';
import fc from 'fast-check';

import { fold, twice } from '../testing/fold';
import { recorded } from '../testing/recorded';
import { policyOn, versionsKnown } from './policy-on';
import { policyRegister, type PolicyDocument } from './policy-register';

const drafted = (version: number, effectiveFrom: string): PolicyEvent => ({
  type: 'PolicyDrafted',
  data: {
    kind: 'time-zones',
    version,
    title: `Version ${version}`,
    effectiveFrom,
    legalBasis: 'Keppres 41/1987',
    source: { id: 'TZ', citation: 'Keppres 41/1987' },
    unconfirmed: ['zones.WIT'],
    content: { zones: [] },
    draftedBy: 'operator-1',
    contentSha256: 'ab'.repeat(32),
  },
});
const approved = (version: number): PolicyEvent => ({
  type: 'PolicyApproved',
  data: { kind: 'time-zones', version, approvedBy: 'verifier-1' },
});
const retired = (version: number, lastDay: string): PolicyEvent => ({
  type: 'PolicyRetired',
  data: { kind: 'time-zones', version, lastDay, reason: 'Repealed', retiredBy: 'verifier-1' },
});

const logOf = (...events: PolicyEvent[]) =>
  recorded(
    events.map((event, index) => ({
      stream: 'policy-time-zones',
      event,
      recordedAt: `2026-01-05T02:00:0${index}.000Z`,
    })),
  );
const after = (...events: PolicyEvent[]): PolicyDocument => {
  const document = fold(policyRegister, logOf(...events)).get('time-zones');
  if (!document) throw new Error('no policy');
  return document;
};
const windows = (...events: PolicyEvent[]) =>
  versionsKnown(after(...events)).map(({ inForce }) => inForce);

describe('the policy register', () => {
  it('says who drafted and who approved each version', () => {
    expect(after(drafted(1, '1988-01-01'), approved(1))).toMatchObject({
      kind: 'time-zones',
      draft: null,
      versions: [{ version: 1, draftedBy: 'operator-1', approvedBy: 'verifier-1' }],
    });
  });

  it('shows a draft that waits, which applies on no day', () => {
    const document = after(drafted(1, '1988-01-01'));
    expect(document).toMatchObject({ versions: [], draft: { version: 1 } });
    expect(policyOn(document, '2024-01-01')).toBeNull();
  });

  it('lets a version apply until the day before the next one', () => {
    expect(
      windows(drafted(1, '1988-01-01'), approved(1), drafted(2, '2000-03-01'), approved(2)),
    ).toEqual([
      { from: '1988-01-01', until: '2000-02-29' },
      { from: '2000-03-01', until: null },
    ]);
  });

  it('gives no day to a version that was corrected from its own first day on', () => {
    expect(
      windows(drafted(1, '1988-01-01'), approved(1), drafted(2, '1988-01-01'), approved(2)),
    ).toEqual([null, { from: '1988-01-01', until: null }]);
  });

  it('ends a version that was retired, without an earlier one taking its place', () => {
    const document = after(
      ...[drafted(1, '1988-01-01'), approved(1), drafted(2, '2000-03-01'), approved(2)],
      retired(2, '2001-12-31'),
    );
    expect(policyOn(document, '2001-12-31')?.version).toBe(2);
    expect(policyOn(document, '2002-01-01')).toBeNull();
  });

  it('forgets for an earlier moment what was approved or retired after it', () => {
    const document = after(
      ...[drafted(1, '1988-01-01'), approved(1), drafted(2, '2000-03-01'), approved(2)],
      retired(2, '2001-12-31'),
    );
    expect(policyOn(document, '2024-01-01', '2026-01-05T02:00:02.000Z')?.version).toBe(1);
    expect(policyOn(document, '2024-01-01', '2026-01-05T02:00:03.000Z')?.version).toBe(2);
    expect(policyOn(document, '2024-01-01', '2026-01-05T02:00:00.500Z')).toBeNull();
  });

  it('is unchanged by events it has seen', () => {
    const log = logOf(drafted(1, '1988-01-01'), approved(1), retired(1, '2001-12-31'));
    expect(fold(policyRegister, twice(log))).toEqual(fold(policyRegister, log));
  });

  it('finds on every day the version that a decision would take along', () => {
    const offsets = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(offsets, fc.option(fc.nat({ max: 300 })), fc.nat({ max: 300 }), (...given) => {
        const [gaps, retirement, asked] = given;
        let day = '2000-01-01';
        const versions = gaps.map((gap) => (day = addDays(day, gap)));
        const events = [
          ...versions.flatMap((from, index) => [drafted(index + 1, from), approved(index + 1)]),
          ...(retirement === null ? [] : [retired(versions.length, addDays(day, retirement))]),
        ];
        const state = events.reduce(
          (one, event) => policy.evolve(one, event),
          policy.initialState(),
        );
        const on = addDays('1999-12-31', asked);
        const log = recorded(events.map((event) => ({ stream: 'policy-time-zones', event })));
        const document = fold(policyRegister, log).get('time-zones')!;
        expect(policyOn(document, on)?.version).toBe(
          policyInForce(state, 'time-zones', on)?.version,
        );
      }),
    );
  });
});
