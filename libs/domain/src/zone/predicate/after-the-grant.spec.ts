import { givenFor } from '../../testing/given';
import {
  granted,
  later,
  monitor,
  monitored,
  retain,
  retained,
  revoke,
  revoked,
  stateAfter,
} from '../../testing/predicates';
import { type MonitorPredicate, unitPredicate } from '..';

const given = givenFor(unitPredicate);

describe('after the grant', () => {
  it('a predicate is monitored, and retained on a re-evaluation that meets the minimum', () => {
    given(granted()).when(monitor()).then(monitored());
    given(granted(), monitored()).when(retain()).then(retained);
    given(granted()).when(retain()).refused('zone.not-monitored');
    given(granted(), monitored(), retained).when(retain()).refused('zone.not-monitored');
    given(granted(), monitored(false)).when(retain()).refused('zone.under-minimum');
  });

  it('is under the minimum where its total is, whatever else the team found', () => {
    given(granted())
      .when(monitor({ total: '74.99' }))
      .refused('zone.total-under-minimum');
    const below = unitPredicate.decide(
      stateAfter(granted()),
      monitor({ total: '74.99', meetsMinimum: false }),
    );
    expect(below).toMatchObject({
      events: [{ data: { totalAgainst: { check: { gap: '-0.01', passed: false } } } }],
    });
    expect(unitPredicate.decide(stateAfter(granted()), monitor({ total: '75.00' })).kind).toBe(
      'accepted',
    );
    given(granted({ predicate: 'WBBM' }))
      .when(monitor({ total: '84.99' }))
      .refused('zone.total-under-minimum');
    given(granted())
      .when(monitor({ sheet: null }))
      .refused('zone.policy-missing');
  });

  it('rests on the judgement of the team and its report where there is no total, or it suffices', () => {
    const judged = (change: Partial<MonitorPredicate>) =>
      unitPredicate.decide(stateAfter(granted()), monitor(change));
    expect(judged({ total: null, sheet: null })).toMatchObject({
      events: [{ data: { totalAgainst: null, report: 'LHE-12/2025', monitoredBy: 'tpn' } }],
    });
    // An area can be under its own minimum beside a total that is not.
    expect(judged({ meetsMinimum: false })).toMatchObject({
      events: [{ data: { meetsMinimum: false, totalAgainst: { check: { passed: true } } } }],
    });
    given(granted())
      .when(monitor({ report: ' ' }))
      .refused('zone.blank-text');
  });

  it('is revoked for an event that broke the indicators, or a re-evaluation under the minimum', () => {
    given(granted()).when(revoke()).then(revoked);
    given(granted())
      .when(revoke({ ground: 'under-minimum' }))
      .refused('zone.not-under-minimum');
    given(granted(), monitored())
      .when(revoke({ ground: 'under-minimum' }))
      .refused('zone.not-under-minimum');
    expect(
      unitPredicate.decide(
        stateAfter(granted(), monitored(false)),
        revoke({ ground: 'under-minimum' }),
      ).kind,
    ).toBe('accepted');
    given(granted())
      .when(revoke({ reason: '' }))
      .refused('zone.blank-text');
  });

  it('nothing happens to a predicate that is not held', () => {
    for (const command of [monitor(), retain(), revoke()]) {
      given().when(command).refused('zone.nothing-held');
      given(granted(), revoked).when(command).refused('zone.nothing-held');
    }
  });

  it('is dated after what it follows', () => {
    given(granted())
      .when(monitor({ monitoredOn: '2024-12-09' }))
      .refused('zone.before-previous-step');
    given(granted(), monitored())
      .when(retain({ decision: { ...later, date: '2025-04-30' } }))
      .refused('zone.before-previous-step');
    given(granted(), monitored())
      .when(retain({ validUntil: '2025-01-01' }))
      .refused('zone.invalid-validity');
    given(granted())
      .when(revoke({ decision: { ...later, date: '2024-12-01' } }))
      .refused('zone.before-previous-step');
    given(granted())
      .when(monitor({ total: 'many' }))
      .refused('zone.invalid-decimal');
  });
});
