import type { InformationDocument } from '@jejak/views';

import type { Path, Walk } from '../support/walk';

const region = '36.73';
const requester = '0d8f6a3c-5c1e-4b7a-9a43-7f0f5a4c2e11';
const asked = (receivedOn = '2025-02-03') => ({
  ...{ region, requester, office: 'PPID Kota Serang', asked: 'Budget realisation', receivedOn },
});
const objection = (objectedOn: string) => ({ objectedOn, ground: 'not-fulfilled' });

/** Requests for public information: answered late, met with silence, objected to too late. */
export function walkOfInformation(walkNow: () => Walk): void {
  let walk: Walk;
  const request = (id: string): Path =>
    walk.path(`/v1/information-requests/${id}`, `information-${id}`);
  const page = (id: string) => walk.read<InformationDocument>(`/v1/information-requests/${id}`);
  const office = () => walk.as('operator', 'ppid', [region]);
  const superior = () => walk.as('verifier', 'secretary', [region]);

  describe('a request for information', () => {
    beforeAll(() => {
      walk = walkNow();
    });

    it('is answered within ten working days and seven more, once, for a reason given in time', async () => {
      const first = request('walk-1');
      await first.refused(
        office(),
        'answer',
        { answeredOn: '2025-02-05', outcome: 'granted' },
        'information.not-found',
        404,
      );
      await first.done(office(), 'request', asked());
      await first.refused(office(), 'request', asked(), 'information.already-requested');
      expect(await page('walk-1')).toMatchObject({ status: 'open', dueOn: '2025-02-17' });
      const extended = (extendedOn: string) => ({ extendedOn, reason: 'With the auditor' });
      const late = 'information.extended-too-late';
      await first.refused(office(), 'extend', extended('2025-02-18'), late);
      await first.done(office(), 'extend', extended('2025-02-14'));
      const twice = 'information.already-extended';
      await first.refused(office(), 'extend', extended('2025-02-15'), twice);
      expect(await page('walk-1')).toMatchObject({
        dueOn: '2025-02-26',
        extension: { on: '2025-02-14' },
      });
    });

    it('that is answered in part says why, and a late answer is recorded as late', async () => {
      const first = request('walk-1');
      const early = 'information.objection-too-early';
      await first.refused(office(), 'object', objection('2025-02-26'), early);
      const answer = { answeredOn: '2025-02-27', outcome: 'partly-granted' };
      await first.refused(office(), 'answer', answer, 'information.ground-missing');
      await first.done(office(), 'answer', { ...answer, ground: 'UU 14/2008 art. 17 h' });
      const more = { ...answer, outcome: 'granted' };
      await first.refused(office(), 'answer', more, 'information.no-longer-open');
      expect(await page('walk-1')).toMatchObject({ status: 'answered', answer: { late: true } });
    });

    it('is objected to with the superior, who did not answer it, and taken to the commission after', async () => {
      const first = request('walk-1');
      const dispute = { filedOn: '2025-05-20', reference: '012/IV/KI-BTN/2025' };
      const decision = { decidedOn: '2025-05-05', outcome: 'upheld', reason: 'No exemption' };
      await first.refused(
        superior(),
        'decide-objection',
        decision,
        'information.nothing-to-decide',
      );
      await first.done(office(), 'object', objection('2025-03-10'));
      await first.refused(
        office(),
        'object',
        objection('2025-03-11'),
        'information.already-objected',
      );
      const soon = { ...dispute, filedOn: '2025-04-30' };
      await first.refused(office(), 'note-dispute', soon, 'information.dispute-too-early');
      const same = walk.as('verifier', 'ppid', [region]);
      await first.refused(same, 'decide-objection', decision, 'information.decider-answered');
      await first.refused(office(), 'decide-objection', decision, 'access.not-permitted', 403);
      await first.done(superior(), 'decide-objection', decision);
      await first.done(office(), 'note-dispute', dispute);
      await first.refused(office(), 'note-dispute', dispute, 'information.already-disputed');
      expect(await page('walk-1')).toMatchObject({
        status: 'disputed',
        objection: { decideBy: '2025-05-02' },
        decision: { on: '2025-05-05', late: true },
        dispute: { inTime: true },
      });
    });

    it('that is met with silence is objected to from the day after the last', async () => {
      const silent = request('walk-2');
      await silent.done(office(), 'request', asked());
      const early = 'information.objection-too-early';
      await silent.refused(office(), 'object', objection('2025-02-17'), early);
      await silent.done(office(), 'object', { ...objection('2025-02-18'), ground: 'not-answered' });
      const extension = { extendedOn: '2025-02-18', reason: 'Too late' };
      await silent.refused(office(), 'extend', extension, 'information.no-longer-open');
    });

    it('is not objected to after thirty working days', async () => {
      const third = request('walk-3');
      await third.done(office(), 'request', asked());
      await third.done(office(), 'answer', { answeredOn: '2025-02-10', outcome: 'granted' });
      const late = 'information.objection-too-late';
      const refusal = await third.refused(office(), 'object', objection('2025-03-25'), late);
      expect(refusal.detail).toContain('2025-03-24');
    });

    it('is counted on the board, and never says who asked', async () => {
      const url = `/v1/information-requests/board?region=${region}&on=2025-12-31`;
      expect(await walk.read(url)).toMatchObject({ regions: [{ region }] });
      const list = await walk.answer('/v1/information-requests?format=csv');
      expect(list.text.trimEnd().split('\n')).toHaveLength(4);
      const trail = await request('walk-1').trail();
      expect(trail.map(({ type }) => type)).toEqual(await request('walk-1').types());
      const requests = await walk.answer('/v1/information-requests');
      const one = await walk.answer('/v1/information-requests/walk-1');
      expect(one.text).toContain('walk-1');
      const replies = [list, requests, one].map(({ text }) => text);
      const told = [...replies, ...trail.map(({ summary }) => summary)];
      for (const text of told) expect(text).not.toContain(requester);
    });
  });
}
