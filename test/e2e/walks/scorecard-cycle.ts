import type { EvidenceDocument, PublishedVsComputed, ScoreTree } from '@jejak/views';
import { setTimeout as sleep } from 'node:timers/promises';

import { framework2018 } from '../support/evidence-framework';
import type { RecordedBody } from '../support/http';
import type { Path, Walk } from '../support/walk';

const region = '36.04';
const url = `/v1/scorecards/${region}/MCP/2018`;
const source = { id: 'EXAMPLE', citation: 'made up for a walk' };
const upload = (document: string, sha: string, change: object = {}) => ({
  ...{ subIndicator: 'assets.1.1', document, sha256: sha.repeat(32), size: 1024 },
  ...{ title: `${document}.pdf`, ...change },
});
const receipt = (revision: number) => `${region}-mcp-2018-assets.1.1-${revision}`;
const review = (revision: number, change: object) => ({
  ...{ subIndicator: 'assets.1.1', receipt: receipt(revision), ...change },
});

/** The cycle of one scorecard in two parts: uploads end ten seconds after they are closed. */
export function walkOfACycle(walkNow: () => Walk) {
  let walk: Walk;
  const card = (): Path => walk.path(url, `scorecard-${region}-mcp-2018`);
  const of = (subIndicator = 'assets.1.1'): Path =>
    walk.path(url, `evidence-${region}-mcp-2018-${subIndicator}`);
  const office = () => walk.as('operator', 'bpkad', [region]);
  const outsider = () => walk.as('verifier', 'bpkp', ['36']);
  const published = (value: string, status: string, asOf: string) => ({
    ...{ value, status, asOf, source },
  });
  let closesAt = '';

  /** What names the draft that waits, from the address a second person reads it at. */
  async function draftToPublish() {
    type Read = { draft: { version: number; contentSha256: string } };
    const { draft } = await walk.read<Read>('/v1/frameworks/MCP/2018/draft');
    const { version, contentSha256 } = draft;
    return { version, contentSha256 };
  }

  const whileUploadsAreOpen = (): void => {
    describe('a scorecard whose uploads are open', () => {
      beforeAll(() => {
        walk = walkNow();
      });

      it('is opened under a framework that two persons made', async () => {
        const framework = walk.path('/v1/frameworks/MCP/2018', 'framework-mcp-2018');
        const drafter = walk.as('operator', 'drafter');
        await card().refused(office(), 'open', {}, 'scorecard.framework-unpublished');
        const open = { ...framework2018, closesAt: '2999-10-31T23:59:59.999+07:00' };
        await framework.done(drafter, 'draft', open);
        const same = walk.as('verifier', 'drafter');
        const approver = walk.as('verifier', 'approver');
        const read = await draftToPublish();
        await framework.refused(same, 'publish', read, 'framework.approver-is-drafter');
        await framework.done(drafter, 'draft', { ...open, title: 'MCP 2018' });
        await framework.refused(approver, 'publish', read, 'framework.another-draft');
        await framework.done(approver, 'publish', await draftToPublish());
        await card().done(office(), 'open', {});
        await card().refused(office(), 'open', {}, 'scorecard.already-open');
      });

      it('takes documents it asks for, in time, and gives a receipt for each', async () => {
        const certificates = upload('certificates', 'a1');
        const odd = { ...certificates, subIndicator: 'assets.9.9' };
        const unknown = 'evidence.sub-indicator-unknown';
        await of('assets.9.9').refused(office(), 'submit-evidence', odd, unknown, 404);
        const say = { ...certificates, handedInAt: '2018-10-01T09:00:00+07:00' };
        await of().refused(office(), 'submit-evidence', say, 'evidence.handed-in-by-say-so');
        const none = upload('photos', 'a1');
        await of().refused(office(), 'submit-evidence', none, 'evidence.document-unknown', 404);
        type Receipt = RecordedBody & { receipt: string };
        const first = await of().done<Receipt>(office(), 'submit-evidence', certificates);
        const second = await of().done<Receipt>(
          office(),
          'submit-evidence',
          upload('inventory', 'b2'),
        );
        expect([first.receipt, second.receipt]).toEqual([receipt(0), receipt(1)]);
        expect(await walk.read(`/v1/receipts/${receipt(0)}`)).toMatchObject({
          ...{ late: false, state: 'waiting', submittedBy: 'bpkad', seenBefore: [] },
        });
      });

      it('is reviewed by somebody outside the region, who verifies or returns with a reason', async () => {
        const points = review(0, { points: '60' });
        const inside = walk.as('verifier', 'inspectorate', [region]);
        await of().refused(inside, 'verify-evidence', points, 'evidence.reviewer-inside');
        const own = walk.as('verifier', 'bpkad', ['36']);
        await of().refused(own, 'verify-evidence', points, 'evidence.reviewer-is-submitter');
        const many = review(0, { points: '80.01' });
        await of().refused(outsider(), 'verify-evidence', many, 'evidence.points-out-of-range');
        await of().done(outsider(), 'verify-evidence', points);
        const more = review(0, { points: '80' });
        await of().refused(outsider(), 'verify-evidence', more, 'evidence.note-missing');
        const back = review(1, { reason: 'Of 2017' });
        await of().done(outsider(), 'return-evidence', back);
        await of().refused(outsider(), 'return-evidence', back, 'evidence.already-returned');
        await of().done(office(), 'submit-evidence', upload('inventory', 'c3'));
        const replaced = review(1, { points: '20' });
        await of().refused(outsider(), 'verify-evidence', replaced, 'evidence.replaced');
        await of().done(outsider(), 'verify-evidence', review(4, { points: '20' }));
        expect(await walk.read<ScoreTree>(`${url}/tree`)).toMatchObject({
          ...{ provisional: true, computed: '20' },
        });
      });

      it('is closed once, with notice, and not finalised before its uploads have ended', async () => {
        await card().refused(outsider(), 'finalise', {}, 'scorecard.cycle-open');
        await card().refused(office(), 'close-cycle', {}, 'access.not-permitted', 403);
        const soon = { closesAt: new Date().toISOString() };
        await card().refused(outsider(), 'close-cycle', soon, 'scorecard.closing-too-soon');
        await card().done(
          office(),
          'record-published-score',
          published('29.5', 'provisional', '2019-01-05'),
        );
        await card().done(outsider(), 'close-cycle', { decision: 'B/7712' });
        await card().refused(outsider(), 'close-cycle', {}, 'scorecard.already-closed');
        await card().refused(outsider(), 'finalise', {}, 'scorecard.cycle-open');
        const { body } = await walk.answer<{ state: { closed: { closesAt: string } } }>(url);
        ({ closesAt } = body.state.closed);
        expect(closesAt > new Date().toISOString()).toBe(true);
      });
    });
  };

  const onceUploadsHaveEnded = (): void => {
    describe('a scorecard whose uploads have ended', () => {
      beforeAll(async () => {
        await sleep(Math.max(0, Date.parse(closesAt) + 1 - Date.now()));
      });

      it('records a later upload as late and never scores it', async () => {
        const late = upload('fences', 'd4', { subIndicator: 'assets.1.2' });
        await of('assets.1.2').done(office(), 'submit-evidence', late);
        const points = { subIndicator: 'assets.1.2', receipt: `${region}-mcp-2018-assets.1.2-0` };
        const wanted = { ...points, points: '10' };
        await of('assets.1.2').refused(outsider(), 'verify-evidence', wanted, 'evidence.late');
        const uploads = await walk.items<EvidenceDocument>(
          `/v1/evidence?region=${region}&late=true`,
        );
        expect(uploads).toMatchObject([
          { document: 'fences', late: true, state: 'late', points: null },
        ]);
      });

      it('is finalised once, with what was verified; what was not counts as zero and is named', async () => {
        await card().refused(office(), 'finalise', {}, 'access.not-permitted', 403);
        await card().done(outsider(), 'finalise', {});
        await card().refused(outsider(), 'finalise', {}, 'scorecard.already-finalised');
        const note = review(0, { points: '80', note: 'Seen again' });
        await of().refused(outsider(), 'verify-evidence', note, 'evidence.counted');
        // assets: (80 % + 0 %) / 2 = 40, villages 0: the mean of both is 20.
        expect(await walk.read<ScoreTree>(`${url}/tree`)).toMatchObject({
          ...{ provisional: false, computed: '20', band: 'red' },
          areas: [
            {
              ...{ id: 'assets', score: '40' },
              indicators: [
                {
                  subIndicators: [
                    { id: 'assets.1.1', points: '80', zeroBecause: null },
                    { id: 'assets.1.2', points: '0', zeroBecause: 'late' },
                  ],
                },
              ],
            },
            { id: 'villages', score: '0' },
          ],
        });
      });

      it('is amended by a decision, and what it corrects stays readable', async () => {
        const amendment = (to: string, publication: number | null = null) => ({
          ...{ to, publication, reason: 'Miscounted', decision: 'BA-12' },
        });
        await card().refused(
          outsider(),
          'amend',
          amendment('20'),
          'scorecard.amendment-changes-nothing',
        );
        const unknown = 'scorecard.amendment-subject-unknown';
        await card().refused(outsider(), 'amend', amendment('30', 9), unknown, 404);
        const beyond = amendment('100.5');
        await card().refused(outsider(), 'amend', beyond, 'scorecard.score-out-of-scale');
        await card().done(outsider(), 'amend', amendment('22.5'));
        await card().done(outsider(), 'amend', amendment('29', 1));
        await card().done(
          office(),
          'record-published-score',
          published('22.5', 'final', '2019-03-01'),
        );
        const list = `/v1/scorecards/published-vs-computed?region=${region}`;
        const [row] = await walk.items<PublishedVsComputed>(list);
        expect(row).toMatchObject({
          computed: '22.5',
          comparisons: [
            {
              status: 'provisional',
              published: '29',
              difference: '-6.5',
              agreesWhenRounded: false,
            },
            { status: 'final', published: '22.5', difference: '0', agreesWhenRounded: true },
          ],
        });
        expect(await card().types()).toEqual([
          ...['ScorecardOpened', 'PublishedScoreRecorded', 'CycleClosed', 'ScorecardFinalised'],
          ...['ScoreAmended', 'ScoreAmended', 'PublishedScoreRecorded'],
        ]);
        const trail = await card().trail();
        expect(trail.map(({ type }) => type)).toEqual(await card().types());
      });
    });
  };
  return { whileUploadsAreOpen, onceUploadsHaveEnded };
}
