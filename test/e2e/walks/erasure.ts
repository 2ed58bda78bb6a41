import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { ComplaintDocument, DeadlineDocument, ErasureDocument } from '@jejak/views';

import { get, tokenOf } from '../support/http';
import type { Path, Walk } from '../support/walk';

const region = '36.73';
const reporter = '1c9d7f52-30ab-4c1e-9a55-0d6e7f8a9b01';
const complaint = '1c9d7f52-30ab-4c1e-9a55-0d6e7f8a9b02';
const identity = { region, name: 'Melati Terhapus', contact: '0899-7654-3210' };
const said = 'The envelope lay in the second drawer.';
const filed = {
  ...{ region, channel: 'web', class: 'information', reporter },
  ...{ filedOn: '2026-02-02', text: said },
};
const received = { region, channel: 'electronic', receivedOn: '2026-03-23' };
const grant = { decidedOn: '2026-03-24', outcome: 'granted' };
const refusal = { decidedOn: '2026-03-24', outcome: 'refused' };
const onGround = { ...refusal, exemption: 'b', law: 'UU 31/1999 art. 21' };

/** A named complaint of which what was sealed is erased, while the case stands. */
export function walkOfErasure(walkNow: () => Walk): void {
  let walk: Walk;
  const desk = () => walk.as('operator', 'complaint-desk', [region]);
  const inspector = () => walk.as('operator', 'inspector', [region]);
  const custodian = (name: string, regions = [region]) => walk.as('custodian', name, regions);
  const files = (): Path => walk.path(`/v1/complaints/${complaint}`, `complaint-${complaint}`);
  const vault = (): Path => walk.path(`/v1/reporters/${reporter}`, `reporter-${reporter}`);
  const of = (subject: string): Path => walk.path(`/v1/erasures/${subject}`, `erasure-${subject}`);
  const identityNow = async () => {
    const authorization = `Bearer ${await tokenOf(walk.service, { as: 'verifier', subject: 'ani' })}`;
    const url = `/v1/reporters/${reporter}/identity`;
    return get<{ name?: string; code?: string }>(walk.service, url, { authorization });
  };
  const texts = async () =>
    files().done<{ text: string | null; answers: { text: string | null }[] }>(
      inspector(),
      'read',
      {},
    );
  const keyFile = (subject: string) =>
    readFile(join(walk.service.data, 'vault', 'subjects', `${subject}.key`), 'utf8');

  describe('the erasure of a reporter and of what they said', () => {
    beforeAll(async () => {
      walk = walkNow();
      await vault().done(desk(), 'seal', identity);
      await files().done(desk(), 'file', filed);
      await files().done(desk(), 'assign', {
        ...{ office: 'inspektorat', handler: 'inspector', assignedOn: '2026-02-03' },
      });
      await vault().done(walk.as('verifier', 'ani'), 'request-unmasking', {
        legalBasis: 'UU 31/2014',
      });
      await vault().done(walk.as('verifier', 'budi'), 'approve-unmasking', {});
      expect([(await texts()).text, (await identityNow()).body.name]).toEqual([
        said,
        identity.name,
      ]);
    });

    it('is asked of the office that sealed it, by the UUID alone, and has three days', async () => {
      const unknown = of('1c9d7f52-30ab-4c1e-9a55-0d6e7f8a9b03');
      await unknown.refused(desk(), 'request', received, 'erasure.subject-unknown', 404);
      const elsewhere = walk.as('operator', 'other-city', ['36.71']);
      await of(reporter).refused(
        elsewhere,
        'request',
        received,
        'access.outside-jurisdiction',
        403,
      );
      await of(reporter).refused(
        custodian('citra'),
        'request',
        received,
        'access.not-permitted',
        403,
      );
      for (const subject of [reporter, complaint])
        await of(subject).done(desk(), 'request', received);
      await of(reporter).refused(desk(), 'request', received, 'erasure.already-requested');
      expect(await walk.read<ErasureDocument>(`/v1/erasures/${reporter}-1`)).toMatchObject({
        ...{ status: 'requested', executeBy: '2026-03-26' },
        unconfirmed: expect.arrayContaining([expect.stringContaining('three calendar days')]),
      });
      const open = await walk.items<DeadlineDocument>(`/v1/deadlines?region=${region}`);
      expect(open.filter(({ deadline }) => deadline === 'erasure.execute')).toHaveLength(2);
    });

    it('is refused on an exemption of the law only, and may be asked again', async () => {
      const request = of(complaint);
      const citra = custodian('citra');
      await request.refused(citra, 'decide', refusal, 'erasure.ground-missing');
      const unfounded = { ...onGround, exemption: 'z' };
      await request.refused(citra, 'decide', unfounded, 'erasure.invalid-ground', 400);
      await request.refused(desk(), 'decide', onGround, 'access.not-permitted', 403);
      await request.done(citra, 'decide', onGround);
      await request.refused(citra, 'decide', grant, 'erasure.already-decided');
      await request.refused(custodian('dewi'), 'shred', {}, 'erasure.not-granted');
      expect((await texts()).text).toBe(said);
      await request.done(desk(), 'request', { ...received, receivedOn: '2026-03-24' });
      const ground = { letter: 'b', text: 'kepentingan proses penegakan hukum' };
      expect(await walk.read(`/v1/erasures/${complaint}-1`)).toMatchObject({
        ...{ status: 'refused', late: false, ground: { ...ground, law: onGround.law } },
      });
    });

    it('destroys the keys by a second person, and nobody reads what they sealed', async () => {
      for (const subject of [reporter, complaint]) {
        await of(subject).done(custodian('citra'), 'decide', grant);
        await of(subject).refused(custodian('citra'), 'shred', {}, 'erasure.shredder-decided');
        expect(await keyFile(subject)).toMatch(/^v1\./);
        await of(subject).done(custodian('dewi'), 'shred', {});
        await of(subject).refused(custodian('dewi'), 'shred', {}, 'erasure.already-shredded');
        expect(await keyFile(subject)).toMatch(/^destroyed *$/);
      }
      const { status, body } = await identityNow();
      expect([status, body.code]).toEqual([410, 'vault.key-destroyed']);
      expect((await texts()).text).toBeNull();
    });

    it('leaves the case, its days and its events as they were', async () => {
      expect(await walk.read<ComplaintDocument>(`/v1/complaints/${complaint}`)).toMatchObject({
        ...{ status: 'assigned', filedOn: '2026-02-02', forwardedLate: false },
      });
      const step = ['ComplaintFiled', 'ComplaintAssigned'];
      expect((await files().types()).slice(0, 2)).toEqual(step);
      expect(await of(complaint).types()).toEqual([
        ...['ErasureRequested', 'ErasureRefused', 'ErasureRequested'],
        ...['ErasureGranted', 'SubjectKeyShredded'],
      ]);
      const shown = await walk.items<ErasureDocument>(`/v1/erasures?region=${region}`);
      expect(shown.map(({ status }) => status)).toEqual(['shredded', 'refused', 'shredded']);
    });

    it('takes in nothing more under the same UUIDs', async () => {
      const answer = { answeredOn: '2026-03-25', text: 'Once more.' };
      await files().refused(desk(), 'answer', answer, 'vault.key-destroyed', 410);
      await vault().refused(desk(), 'seal', identity, 'vault.key-destroyed', 410);
      expect(await keyFile(reporter)).toMatch(/^destroyed *$/);
    });
  });
}
