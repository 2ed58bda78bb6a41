import type { GratificationDocument } from '@jejak/views';

import type { Path, Walk } from '../support/walk';

const region = '36.73';
const receiver = '5f0c7f0a-0d0b-4e6e-9d9d-0a4f0e3f6a11';
const giver = 'c2a1a6de-7a50-4a43-8a63-33cf8f1f6b02';
const gift = (receivedOn: string, reportedOn: string, change: object = {}) => ({
  ...{ region, receivedOn, reportedOn, to: 'upg', category: 'co-worker', form: 'non-cash' },
  ...{ value: '400000', giver, giverRelation: 'colleague', complete: true, ...change },
});

/** Gifts of one official around the day on which the rules changed. */
export function walkOfGratification(walkNow: () => Walk): void {
  let walk: Walk;
  const report = (id: string): Path =>
    walk.path(`/v1/gratifications/${receiver}/${id}`, `gratification-${receiver}`);
  const unit = () => walk.as('operator', 'upg', [region]);
  const commission = () => walk.as('verifier', 'commission');
  const listed = async (id: string) => {
    const all = await walk.items<GratificationDocument>(`/v1/gratifications?region=${region}`);
    return all.find((one) => one.report === id);
  };

  describe('a gift', () => {
    beforeAll(() => {
      walk = walkNow();
    });

    it('is judged by the rules of the day it was received, not of the day it was reported', async () => {
      await report('old').done(unit(), 'report', gift('2025-12-22', '2026-01-08'));
      await report('new').done(unit(), 'report', gift('2026-01-05', '2026-01-08'));
      expect([await listed('old'), await listed('new')]).toMatchObject([
        { policyVersion: 1, verdict: 'over-limit', reportable: true },
        { policyVersion: 2, verdict: 'exempt', reportable: false },
      ]);
      const forwarding = { forwardedOn: '2026-01-20' };
      const exempt = 'gratification.not-reportable';
      await report('new').refused(unit(), 'forward', forwarding, exempt);
      const refusals: readonly [object, string, number?][] = [
        [gift('2018-12-31', '2019-01-02'), 'gratification.policy-missing'],
        [gift('2026-01-09', '2026-01-08'), 'gratification.out-of-order'],
        [gift('2026-01-05', '2026-01-08', { giver: receiver }), 'gratification.giver-is-receiver'],
        [gift('2026-01-05', '2026-01-08', { value: '0' }), 'gratification.invalid-value', 400],
        [
          gift('2026-01-05', '2026-01-08', { region: '36.99' }),
          'gratification.region-unknown',
          404,
        ],
      ];
      for (const [body, code, status] of refusals) {
        await report('wrong').refused(walk.as('operator', 'upg'), 'report', body, code, status);
      }
      const twice = gift('2026-01-05', '2026-01-08');
      await report('new').refused(unit(), 'report', twice, 'gratification.already-reported');
    });

    it('is reported in time within ten working days, Christmas, joint leave and New Year not counted', async () => {
      await report('late').done(unit(), 'report', gift('2025-12-22', '2026-01-09'));
      expect([await listed('old'), await listed('late')]).toMatchObject([
        { dueOn: '2026-01-08', inTime: true },
        { dueOn: '2026-01-08', inTime: false },
      ]);
      const late = await walk.items<GratificationDocument>('/v1/gratifications?inTime=false');
      expect(late.map((one) => one.report)).toEqual(['late']);
    });

    it('is forwarded to the Commission and decided by its decree, recorded by a second person', async () => {
      const old = report('old');
      const decree = { decidedOn: '2026-02-20', owner: 'state', decision: 'SK-12/2026' };
      await old.refused(commission(), 'decide', decree, 'gratification.not-forwarded');
      await old.refused(
        unit(),
        'forward',
        { forwardedOn: '2026-01-07' },
        'gratification.out-of-order',
      );
      await old.done(unit(), 'forward', { forwardedOn: '2026-01-26' });
      await old.refused(
        unit(),
        'forward',
        { forwardedOn: '2026-01-27' },
        'gratification.not-at-unit',
      );
      const recorder = walk.as('verifier', 'upg', [region]);
      await old.refused(recorder, 'decide', decree, 'gratification.decider-is-recorder');
      await old.refused(unit(), 'decide', decree, 'access.not-permitted', 403);
      const early = { ...decree, decidedOn: '2026-01-25' };
      await old.refused(commission(), 'decide', early, 'gratification.out-of-order');
      await old.done(commission(), 'decide', decree);
      await old.refused(commission(), 'decide', decree, 'gratification.closed');
      expect(await listed('old')).toMatchObject({
        ...{ status: 'decided', forwardBy: '2026-01-23', forwardedLate: true },
        ...{ owner: 'state', decision: 'SK-12/2026' },
      });
    });

    it('whose documents are missing is dropped once the term to complete it is over, not before', async () => {
      const incomplete = gift('2026-02-02', '2026-02-03', {
        to: 'kpk',
        complete: false,
        form: 'cash',
      });
      const cash = report('cash');
      await cash.done(unit(), 'report', incomplete);
      const last = { droppedOn: '2026-03-05' };
      await cash.refused(commission(), 'drop', last, 'gratification.completion-term-runs');
      const decree = { decidedOn: '2026-03-01', owner: 'state', decision: 'SK-13/2026' };
      await cash.refused(commission(), 'decide', decree, 'gratification.incomplete');
      expect(await listed('cash')).toMatchObject({ verdict: 'cash', dueOn: '2026-03-25' });
      await cash.done(commission(), 'drop', { droppedOn: '2026-03-06' });
      const documents = { completedOn: '2026-03-07' };
      await cash.refused(unit(), 'complete', documents, 'gratification.closed');
      await report('none').refused(unit(), 'complete', documents, 'gratification.not-found', 404);
    });

    it('names neither receiver nor giver in any list or row of the trail', async () => {
      const urls = ['/v1/gratifications', '/v1/gratifications?format=csv'];
      for (const url of urls) {
        const { text } = await walk.answer(url);
        expect([url, text.includes('over-limit')]).toEqual([url, true]);
        for (const person of [receiver, giver]) expect(text).not.toContain(person);
      }
      const trail = await report('old').trail();
      expect(trail.map(({ type }) => type)).toEqual(await report('old').types());
      for (const { summary } of trail) {
        for (const person of [receiver, giver]) expect(summary).not.toContain(person);
      }
    });
  });
}
