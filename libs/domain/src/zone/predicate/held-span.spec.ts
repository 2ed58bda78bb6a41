import { granted, monitored, retained, revoked, stateAfter } from '../../testing/predicates';
import { heldOn } from '..';
import { mustBeEligible } from '../predicate-rules';

describe('what a unit holds', () => {
  it.each([
    ['2024-12-09', null],
    ['2024-12-10', 'WBK'],
    ['2025-12-31', 'WBK'],
    ['2026-01-01', null],
  ])('on %s is %s', (day, predicate) => {
    const state = stateAfter(granted({ validUntil: '2025-12-31' }));
    expect(heldOn(state, day)?.predicate ?? null).toBe(predicate);
  });

  it.each([
    ['2024-12-31', 'WBK'],
    ['2025-01-01', null],
    ['2025-05-31', null],
    ['2025-06-01', 'WBK'],
    ['2026-12-31', 'WBK'],
    ['2027-01-01', null],
  ])('that had lapsed before it was retained, on %s is %s', (day, predicate) => {
    const state = stateAfter(granted({ validUntil: '2024-12-31' }), monitored(), retained);
    expect(heldOn(state, day)?.predicate ?? null).toBe(predicate);
    expect(mustBeEligible(state, 'WBBM', day)?.code ?? null).toBe(
      predicate === null ? 'zone.not-wbk' : null,
    );
  });

  it.each(['2025-05-31', '2025-06-01', null])(
    'goes on without a gap where it was retained while held, until %s or the day after',
    (validUntil) => {
      const state = stateAfter(granted({ validUntil }), monitored(), retained);
      expect(state.held?.spans).toEqual([{ from: '2024-12-10', until: '2026-12-31' }]);
    },
  );

  it('is nothing after a revocation, whatever was held before', () => {
    const wbbm = granted({ predicate: 'WBBM', year: 2024 });
    const state = stateAfter(granted({ year: 2022 }), wbbm, revoked);
    expect(heldOn(state, '2025-06-02')).toBeNull();
  });
});
