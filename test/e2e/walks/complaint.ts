import type { ComplaintDocument } from '@jejak/views';

import { get, tokenOf } from '../support/http';
import type { Path, Walk } from '../support/walk';

const region = '36.73';
const reporter = 'e3f3b6d2-1c2e-4b8a-8f45-6a7b8c9d0e1f';
const ids = {
  named: '7d0e7e0e-95b6-4f0c-9c3a-7f5e2a1b4c03',
  anonymous: '7d0e7e0e-95b6-4f0c-9c3a-7f5e2a1b4c04',
} as const;
const identity = { region, name: 'Sekar Pelapor', contact: '0812-3456-7890' };
const secrets = [identity.name, identity.contact, 'paid in an envelope', 'was handed back'];
const said = { text: 'The fee was paid in an envelope.' };
const answered = (answeredOn: string) => ({ answeredOn, text: 'The money was handed back.' });
const filed = (change: object = {}) => ({
  ...{ region, channel: 'web', class: 'violation', filedOn: '2026-02-02', ...said, ...change },
});

/** A named and an anonymous complaint, to their end and beyond, and who may know whose it is. */
export function walkOfComplaints(walkNow: () => Walk): void {
  let walk: Walk;
  const of = (which: keyof typeof ids): Path =>
    walk.path(`/v1/complaints/${ids[which]}`, `complaint-${ids[which]}`);
  const vault = (): Path => walk.path(`/v1/reporters/${reporter}`, `reporter-${reporter}`);
  const page = (which: keyof typeof ids) =>
    walk.read<ComplaintDocument>(`/v1/complaints/${ids[which]}`);
  const desk = () => walk.as('operator', 'complaint-desk', [region]);
  const identityAs = async (as: 'verifier' | 'operator', subject: string) => {
    const authorization = `Bearer ${await tokenOf(walk.service, { as, subject })}`;
    const url = `/v1/reporters/${reporter}/identity`;
    return get<{ name?: string; code?: string }>(walk.service, url, { authorization });
  };

  describe('a complaint', () => {
    beforeAll(() => {
      walk = walkNow();
    });

    it('is filed in a name only once the name is sealed, and anonymously without one', async () => {
      const named = filed({ reporter });
      await of('named').refused(desk(), 'file', named, 'complaint.reporter-unknown', 404);
      const elsewhere = walk.as('operator', 'other-city', ['36.71']);
      await vault().refused(elsewhere, 'seal', identity, 'access.outside-jurisdiction', 403);
      await vault().done(desk(), 'seal', identity);
      await vault().refused(desk(), 'seal', identity, 'complaint.reporter-already-sealed');
      await of('named').done(desk(), 'file', named);
      await of('named').refused(desk(), 'file', filed(), 'complaint.already-filed');
      await of('anonymous').done(desk(), 'file', filed({ class: 'information' }));
      expect([await page('named'), await page('anonymous')]).toMatchObject([
        { status: 'filed', forwardBy: '2026-02-05', answerBy: '2026-02-16' },
        { status: 'filed', forwardBy: '2026-02-05', answerBy: '2026-02-09' },
      ]);
    });

    it('is acknowledged, assigned and answered in this order, late or not', async () => {
      const named = of('named');
      const day = (field: string, on: string) => ({ [field]: on });
      await named.refused(desk(), 'answer', answered('2026-02-06'), 'complaint.wrong-state');
      const early = day('acknowledgedOn', '2026-02-01');
      await named.refused(desk(), 'acknowledge', early, 'complaint.out-of-order');
      await named.done(desk(), 'acknowledge', day('acknowledgedOn', '2026-02-03'));
      const office = { office: 'inspektorat', handler: 'inspector', assignedOn: '2026-02-05' };
      await named.done(desk(), 'assign', office);
      const auditor = walk.as('auditor', 'reader');
      const answer = answered('2026-02-17');
      await named.refused(auditor, 'answer', answer, 'access.not-permitted', 403);
      await named.done(desk(), 'answer', answer);
      const anonymous = of('anonymous');
      await anonymous.done(desk(), 'assign', { ...office, assignedOn: '2026-02-06' });
      await anonymous.done(desk(), 'answer', answered('2026-02-09'));
      expect([await page('named'), await page('anonymous')]).toMatchObject([
        { status: 'answered', forwardedLate: false, answeredLate: true, replyBy: '2026-03-03' },
        { status: 'answered', forwardedLate: true, answeredLate: false },
      ]);
    });

    it('is read by the officer who handles it and by nobody else, and that is an event', async () => {
      const named = of('named');
      await named.refused(desk(), 'read', {}, 'complaint.reader-not-handler');
      const inspector = walk.as('operator', 'inspector', [region]);
      const reply = await named.done<object>(inspector, 'read', {});
      expect(JSON.stringify(reply)).toContain(said.text);
      expect((await named.types()).at(-1)).toBe('ComplaintRead');
    });

    it('is closed once the reporter did not reply in ten working days, and reopened with its term', async () => {
      const named = of('named');
      const silence = (closedOn: string) => ({ closedOn, ground: 'no-reply' });
      await named.refused(desk(), 'close', silence('2026-03-03'), 'complaint.reply-awaited');
      await named.done(desk(), 'close', silence('2026-03-04'));
      await named.refused(desk(), 'close', silence('2026-03-05'), 'complaint.wrong-state');
      const escalation = { to: 'kpk', escalatedOn: '2026-03-06', ground: 'serious' };
      await named.refused(desk(), 'escalate', escalation, 'complaint.wrong-state');
      await named.done(desk(), 'reopen', { reopenedOn: '2026-03-10', ground: 'new-facts' });
      expect(await page('named')).toMatchObject({ status: 'assigned', answerBy: '2026-03-24' });
      const early = { to: 'kpk', escalatedOn: '2026-03-11', ground: 'overdue' };
      await named.refused(desk(), 'escalate', early, 'complaint.not-overdue');
      await named.done(desk(), 'answer', answered('2026-03-20'));
      await named.done(desk(), 'close', { closedOn: '2026-03-20', ground: 'consent' });
      expect(await page('named')).toMatchObject({
        ...{ status: 'closed', reopened: 1, answeredOn: '2026-03-20', answeredLate: false },
      });
      const url = `/v1/complaints/board?region=${region}`;
      expect(await walk.read(url)).toMatchObject({
        total: { filed: 2, anonymous: 1, closed: 2, reopened: 1, open: 1, answeredLate: 1 },
      });
    });

    it('is unmasked by two persons on a legal ground, for these two and as an event', async () => {
      const ani = walk.as('verifier', 'ani');
      const request = { legalBasis: 'UU 31/2014 art. 10' };
      await vault().refused(ani, 'approve-unmasking', {}, 'complaint.unmasking-state');
      await vault().refused(ani, 'request-unmasking', {}, 'request.invalid', 400);
      await vault().refused(desk(), 'request-unmasking', request, 'access.not-permitted', 403);
      await vault().done(ani, 'request-unmasking', request);
      await vault().refused(ani, 'approve-unmasking', {}, 'complaint.approver-is-requester');
      expect((await identityAs('verifier', 'ani')).body.code).toBe('access.not-permitted');
      await vault().done(walk.as('verifier', 'budi'), 'approve-unmasking', {});
      await vault().refused(ani, 'request-unmasking', request, 'complaint.unmasking-state');
      for (const one of ['ani', 'budi']) {
        expect((await identityAs('verifier', one)).body.name).toBe(identity.name);
      }
      for (const [as, one] of [
        ['verifier', 'citra'],
        ['operator', 'budi'],
      ] as const) {
        expect((await identityAs(as, one)).body.code).toBe('access.not-permitted');
      }
      expect(await vault().types()).toEqual([
        'ReporterSealed',
        'UnmaskingRequested',
        'ReporterUnmasked',
      ]);
    });

    it('shows who made it in no list, page, trail, deadline or raw stream, unmasked or not', async () => {
      const streams = [
        ...Object.values(ids).map((id) => `complaint-${id}`),
        `reporter-${reporter}`,
      ];
      const raw = streams.flatMap((stream) => [
        `/v1/audit/streams/${stream}`,
        `/v1/audit/streams/${stream}?format=csv`,
        `/v1/audit/streams/${stream}/state`,
      ]);
      const lists = ['complaints', 'changes', 'deadlines', 'audit/trail'].flatMap((list) =>
        ['', '&format=csv', '&format=ndjson'].map((form) => `/v1/${list}?region=${region}${form}`),
      );
      const pages = Object.values(ids).map((id) => `/v1/complaints/${id}`);
      const about = [...lists, ...pages, `/v1/complaints/board?region=${region}`];
      for (const url of [...about, ...raw, `/v1/regions/${region}/page`]) {
        const { status, text } = await walk.answer(url);
        expect([url, status]).toEqual([url, 200]);
        const shown = secrets.filter((secret) => text.includes(secret));
        expect([url, shown]).toEqual([url, []]);
      }
      for (const which of ['named', 'anonymous'] as const) {
        const { text } = await walk.answer(`/v1/complaints/${ids[which]}`);
        expect(text).not.toContain(reporter);
        const trail = await of(which).trail();
        expect(trail.map(({ type }) => type)).toEqual(await of(which).types());
        for (const { summary } of trail) expect(summary).not.toContain(reporter);
      }
    });
  });
}
