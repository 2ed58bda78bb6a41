import type { ZoneFunnel } from '@jejak/views';

import type { Walk } from '../support/walk';
import {
  answers,
  building,
  decision,
  designation,
  evaluated,
  grades,
  region,
  source,
  surveys,
} from './zone-sample';
import { zoneSide } from './zone-side';

/** One unit from its registration to WBK. */
export function walkOfAZone(walkNow: () => Walk): void {
  let walk: Walk;
  const { cycle, page, scorecards, predicate, held, unit, inspector, panel, minister } =
    zoneSide(walkNow);

  describe('a unit on its way to WBK', () => {
    beforeAll(() => {
      walk = walkNow();
    });

    it('is registered, and designated only where the zone is declared, for WBK first', async () => {
      const clerk = walk.as('operator', 'clerk', [region]);
      for (const [id, name] of [
        ['dpmptsp', 'DPMPTSP'],
        ['bapenda', 'Bapenda'],
      ] as const) {
        const units = walk.path(`/v1/units/${region}/${id}`, `units-${region}`);
        await units.done(clerk, 'register', { kind: 'office', name });
      }
      const dpmptsp = cycle('dpmptsp', 2024);
      await dpmptsp.refused(unit(), 'designate', designation('2024-01-15'), 'zone.not-declared');
      const declaration = walk.path(`/v1/zone-declarations/${region}`, `zonedeclaration-${region}`);
      const declared = (signed: number) => ({
        declaredOn: '2021-03-01',
        publication: 'serangkab.go.id',
        witnesses: ['Ombudsman Banten'],
        coverage: { staff: 120, signed },
      });
      await declaration.refused(unit(), 'declare', declared(40), 'zone.coverage-too-low');
      await declaration.refused(unit(), 'declare', declared(121), 'zone.coverage-impossible');
      await declaration.done(unit(), 'declare', declared(118));
      await declaration.refused(unit(), 'declare', declared(118), 'zone.already-declared');

      const wbbm = designation('2024-01-15', 'WBBM');
      await dpmptsp.refused(unit(), 'designate', wbbm, 'zone.not-wbk');
      const elsewhere = walk.as('operator', 'other-regency', ['36.03']);
      const body = designation('2024-01-15');
      await dpmptsp.refused(elsewhere, 'designate', body, 'access.outside-jurisdiction', 403);
      await dpmptsp.done(unit(), 'designate', body);
      await dpmptsp.done(unit(), 'start-building', building);
      const other = cycle('bapenda', 2024);
      await other.done(unit(), 'designate', { ...body, unitName: 'Bapenda' });
      await other.done(unit(), 'start-building', building);
      expect(await page('dpmptsp', 2024)).toMatchObject({
        stage: 'building',
        target: 'WBK',
        steps: [
          { stage: 'designated', on: '2024-01-15' },
          { stage: 'building', on: '2023-02-01' },
        ],
        publishedOnly: false,
        unconfirmed: expect.arrayContaining(['procedure.buildingMonths']) as unknown,
      });
    });

    it('answers its sheet itself, completely and once', async () => {
      const dpmptsp = cycle('dpmptsp', 2024);
      const own = { answers: answers(19, '3.80') };
      await dpmptsp.refused(inspector(), 'answer-self', own, 'access.not-permitted', 403);
      await dpmptsp.refused(inspector(), 'answer-internal', own, 'zone.set-closed');
      await dpmptsp.done(unit(), 'answer-self', { answers: own.answers.slice(1) });
      const submission = { submittedOn: '2024-04-10' };
      await dpmptsp.refused(unit(), 'submit-self-assessment', submission, 'zone.unanswered');
      const wrong = {
        answers: [{ question: 'clean.performance.result', kind: 'choice', option: 'A' }],
      };
      await dpmptsp.refused(unit(), 'answer-self', wrong, 'zone.answer-not-in-scale');
      await dpmptsp.done(unit(), 'answer-self', { answers: own.answers.slice(0, 1) });
      await dpmptsp.done(unit(), 'submit-self-assessment', submission);
      await dpmptsp.refused(unit(), 'answer-self', own, 'zone.set-closed');
      const bapenda = cycle('bapenda', 2024);
      await bapenda.done(unit(), 'answer-self', own);
      await bapenda.done(unit(), 'submit-self-assessment', submission);
    });

    it('is answered for by the internal team, which had no part in it and is no part of it', async () => {
      const dpmptsp = cycle('dpmptsp', 2024);
      const internal = { answers: answers(17, '3.72') };
      const turncoat = walk.as('verifier', 'head-of-unit', [region]);
      await dpmptsp.refused(turncoat, 'answer-internal', internal, 'zone.judge-took-part');
      await dpmptsp.done(inspector(), 'answer-internal', internal);
      const review = (office: string) => ({
        completedOn: '2024-06-20',
        reviewers: [{ name: 'A. Auditor', office }],
      });
      const own = review('dpmptsp');
      await dpmptsp.refused(inspector(), 'complete-internal-review', own, 'zone.reviewer-of-unit');
      await dpmptsp.done(inspector(), 'complete-internal-review', review('inspektorat'));
      const bapenda = cycle('bapenda', 2024);
      await bapenda.done(inspector(), 'answer-internal', { answers: answers(17, '3.72', 9) });
      await bapenda.done(inspector(), 'complete-internal-review', review('inspektorat'));
    });

    it('sees every threshold of the internal result with the gap to it', async () => {
      const [self, internal] = await scorecards('dpmptsp', 2024);
      // 17/20 of 65, and 3.72/4 of 17.5 twice.
      expect([self?.score.total, internal?.score.total]).toEqual(['95', '87.8']);
      expect(internal?.checks).toHaveLength(12);
      expect(internal?.checks.every(({ passed }) => passed)).toBe(true);
      expect(internal?.checks.slice(0, 3)).toMatchObject([
        { id: 'total', reached: '87.8', required: '75', gap: '12.8' },
        { id: 'levers', reached: '51', required: '40', gap: '11' },
        { id: 'change-management', reached: '6.8', required: '4.8', gap: '2' },
      ]);
      const missed = (await page('bapenda', 2024)).results.TPI?.missed;
      expect(missed).toMatchObject([
        { id: 'clean.performance', required: '2.5', reached: '2.25', gap: '-0.25', passed: false },
      ]);
    });

    it('is proposed with its prerequisites met and within the window, not before or after', async () => {
      const dpmptsp = cycle('dpmptsp', 2024);
      const proposal = (proposedOn: string) => ({ proposedOn, letter: 'S-1/2024' });
      const check = (values: object[], checkedOn = '2024-07-10') => ({ checkedOn, values });
      const on = proposal('2024-07-18');
      await dpmptsp.refused(unit(), 'propose', on, 'zone.prerequisites-unchecked');
      await dpmptsp.done(inspector(), 'check-prerequisites', check(grades({ lhkpn: '95' })));
      const unmet = await dpmptsp.refused(unit(), 'propose', on, 'zone.prerequisites-unmet');
      expect(unmet.detail).toContain('LHKPN');
      expect((await page('dpmptsp', 2024)).prerequisites).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ id: 'akip', met: true, unconfirmed: false }),
          expect.objectContaining({ id: 'lhkpn', required: '100', met: false, unconfirmed: true }),
        ]),
      );
      await dpmptsp.done(inspector(), 'check-prerequisites', check(grades({}), '2024-07-19'));
      await dpmptsp.refused(unit(), 'propose', on, 'zone.before-previous-step');
      await dpmptsp.done(inspector(), 'check-prerequisites', check(grades({})));
      for (const day of ['2024-07-17', '2024-08-01']) {
        await dpmptsp.refused(unit(), 'propose', proposal(day), 'zone.outside-window');
      }
      await dpmptsp.done(unit(), 'propose', on);
      await dpmptsp.refused(unit(), 'propose', on, 'zone.wrong-stage');
      expect(await page('dpmptsp', 2024)).toMatchObject({
        stage: 'proposed',
        window: { opensOn: '2024-07-18', closesOn: '2024-07-31' },
      });
      const bapenda = cycle('bapenda', 2024);
      await bapenda.done(inspector(), 'check-prerequisites', check(grades({})));
      const refusal = await bapenda.refused(unit(), 'propose', on, 'zone.threshold-not-reached');
      expect(refusal.detail).toContain('Capaian Kinerja 2.25 of 2.5');
    });

    it('is evaluated by the national team in a third set, which leaves the other two as they were', async () => {
      const dpmptsp = cycle('dpmptsp', 2024);
      const before = (await scorecards('dpmptsp', 2024)).slice(0, 2);
      const own = walk.as('evaluator', 'inspector');
      const day = '2024-08-12';
      await dpmptsp.refused(own, 'record-admin-check', evaluated(day), 'zone.judge-took-part');
      const desk = evaluated('2024-09-10');
      await dpmptsp.refused(panel(), 'record-desk-evaluation', desk, 'zone.wrong-stage');
      await dpmptsp.done(panel(), 'record-admin-check', evaluated(day));
      await dpmptsp.done(panel(), 'record-desk-evaluation', desk);
      const asked = { answers: answers(16, '3.9') };
      await dpmptsp.refused(panel(), 'answer-national', asked, 'zone.survey-without-source');
      await dpmptsp.done(panel(), 'answer-national', { answers: answers(16, null) });
      for (const question of surveys) {
        await dpmptsp.done(panel(), 'record-survey-result', {
          ...{ question, index: '3.7', respondents: 60, surveyedOn: '2024-09-20', source },
        });
      }
      await dpmptsp.refused(inspector(), 'answer-internal', asked, 'zone.set-closed');
      const [self, internal, national] = await scorecards('dpmptsp', 2024);
      expect([self, internal]).toEqual(before);
      expect(national).toMatchObject({ set: 'TPN', score: { total: '84.38', answered: 15 } });
    });

    it('is recommended by the panel and granted WBK by the Minister, who is somebody else', async () => {
      const dpmptsp = cycle('dpmptsp', 2024);
      const grant = { year: 2024, ...decision('KEP-9/2024', '2024-12-10') };
      await predicate().refused(minister(), 'grant', grant, 'zone.not-recommended');
      const recommendation = { recommendedOn: '2024-11-20' };
      await dpmptsp.refused(panel(), 'recommend', recommendation, 'zone.wrong-stage');
      await dpmptsp.done(panel(), 'record-field-evaluation', evaluated('2024-10-08'));
      const needless = { ...recommendation, overrideGround: 'A letter' };
      await dpmptsp.refused(panel(), 'recommend', needless, 'zone.override-needless');
      await dpmptsp.done(panel(), 'recommend', recommendation);
      await predicate().refused(panel(), 'grant', grant, 'zone.granter-recommended');
      await predicate().refused(unit(), 'grant', grant, 'access.not-permitted', 403);
      await predicate().done(minister(), 'grant', { ...grant, validUntil: '2025-12-31' });
      await predicate().refused(minister(), 'grant', grant, 'zone.already-granted');
      expect(await page('dpmptsp', 2024)).toMatchObject({ stage: 'granted' });
      expect([await held('2024-12-09'), await held('2024-12-10')]).toMatchObject([
        [],
        [{ unit: 'dpmptsp', predicate: 'WBK', heldUntil: '2025-12-31', ended: null }],
      ]);
      const funnel = await walk.read<ZoneFunnel>(`/v1/zones/funnel?region=${region}&year=2024`);
      expect(funnel.stages.map(({ units }) => units)).toEqual([2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1]);
    });
  });
}
