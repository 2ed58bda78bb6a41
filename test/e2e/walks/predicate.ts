import type { Walk } from '../support/walk';
import { answers, building, decision, designation, grades, region } from './zone-sample';
import { zoneSide } from './zone-side';

/** The unit that `walkOfAZone` has led to WBK, from its monitoring to its revocation and beyond. */
export function walkOfAPredicate(walkNow: () => Walk): void {
  const { cycle, page, predicate, held, unit, inspector, panel, minister } = zoneSide(walkNow);

  describe('a unit that holds WBK', () => {
    const monitoring = (monitoredOn: string, meetsMinimum: boolean, total: string) => ({
      ...{ monitoredOn, team: 'TPN', meetsMinimum, total, findings: 'Seen on the spot' },
      report: `LHE-1/${monitoredOn}`,
    });

    it('is monitored, and retained on what was found', async () => {
      const kept = decision('KEP-2/2025', '2025-12-01');
      await predicate().refused(minister(), 'retain', kept, 'zone.not-monitored');
      const levies = { reason: 'Levies', ...kept };
      const ground = { ground: 'under-minimum', ...levies };
      await predicate().refused(minister(), 'revoke', ground, 'zone.not-under-minimum');
      const below = monitoring('2025-05-01', true, '74.99');
      await predicate().refused(panel(), 'monitor', below, 'zone.total-under-minimum');
      await predicate().done(panel(), 'monitor', monitoring('2025-05-01', true, '84.20'));
      await predicate().done(minister(), 'retain', { ...kept, validUntil: '2027-12-31' });
      expect(await held('2026-01-01')).toMatchObject([
        {
          heldUntil: '2027-12-31',
          monitoring: [
            {
              ...{ monitoredOn: '2025-05-01', total: '84.2', report: 'LHE-1/2025-05-01' },
              totalAgainst: { check: { required: '75', gap: '9.2', passed: true } },
            },
          ],
          retentions: [{ decisionNumber: 'KEP-2/2025', on: '2025-12-01' }],
        },
      ]);
    });

    it('may aim at WBBM, until it loses WBK: then it cannot be proposed any more', async () => {
      const next = cycle('dpmptsp', 2026);
      await next.done(unit(), 'designate', designation('2026-01-12', 'WBBM'));
      await next.done(unit(), 'start-building', building);
      await next.done(unit(), 'answer-self', { answers: answers(20, '4') });
      await next.done(unit(), 'submit-self-assessment', { submittedOn: '2026-02-10' });
      await next.done(inspector(), 'answer-internal', { answers: answers(19, '3.9') });
      const reviewers = [{ name: 'A. Auditor', office: 'inspektorat' }];
      const review = { completedOn: '2026-03-10', reviewers };
      await next.done(inspector(), 'complete-internal-review', review);
      const check = { checkedOn: '2026-03-12', values: grades({}) };
      await next.done(inspector(), 'check-prerequisites', check);

      await predicate().done(panel(), 'monitor', monitoring('2026-04-01', false, '70'));
      const kept = decision('KEP-3/2026', '2026-04-20');
      await predicate().refused(minister(), 'retain', kept, 'zone.under-minimum');
      const lost = { ground: 'under-minimum', reason: 'Levies at the counter', ...kept };
      await predicate().done(minister(), 'revoke', lost);
      await predicate().refused(minister(), 'revoke', lost, 'zone.nothing-held');
      const proposal = { proposedOn: '2026-05-04', letter: 'S-1/2026' };
      const refusal = await next.refused(unit(), 'propose', proposal, 'zone.predicate-revoked');
      expect(refusal.detail).toContain('lost WBK on 2026-04-20');
      const again = cycle('dpmptsp', 2025);
      await again.refused(
        unit(),
        'designate',
        designation('2025-01-10', 'WBBM'),
        'zone.predicate-revoked',
      );
      expect([await held('2026-04-19'), await held('2026-04-20')]).toMatchObject([
        [{ ended: { by: 'revoked', ground: 'under-minimum', decisionNumber: 'KEP-3/2026' } }],
        [],
      ]);
      expect(await page('dpmptsp', 2024)).toMatchObject({ stage: 'revoked' });
    });

    it('leaves every step, and who took it, in the trail and in the streams', async () => {
      expect(await predicate().types()).toEqual([
        'PredicateGranted',
        'MonitoringTermSet',
        'PredicateMonitored',
        'PredicateRetained',
        'MonitoringTermSet',
        'PredicateMonitored',
        'MonitoringTermSet',
        'PredicateRevoked',
      ]);
      const terms = await walkNow().items<{ dueOn: string; state: string }>(
        `/v1/deadlines?region=${region}&deadline=zone.monitoring`,
      );
      expect(terms.map(({ dueOn, state }) => [dueOn, state])).toEqual([
        ['2025-12-31', 'met'],
        ['2026-12-31', 'met'],
        ['2027-12-31', 'dropped'],
      ]);
      const trail = await cycle('dpmptsp', 2024).trail();
      expect(trail.map(({ type }) => type)).toEqual(await cycle('dpmptsp', 2024).types());
      expect(trail.map(({ actor }) => actor)).toEqual([
        ...Array.from({ length: 5 }, () => 'head-of-unit'),
        ...Array.from({ length: 5 }, () => 'inspector'),
        'head-of-unit',
        ...Array.from({ length: 7 }, () => 'tpn'),
      ]);
      for (const { summary } of trail) expect(summary).toMatch(/\S{3}/);
    });
  });
}
