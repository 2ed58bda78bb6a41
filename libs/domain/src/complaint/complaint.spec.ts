import {
  answered,
  assign,
  assigned,
  at,
  by,
  calendars,
  closed,
  counted,
  file,
  filed,
  id,
  key,
  reply,
  somebody,
  terms,
} from '../testing/complaints';
import { givenFor } from '../testing/given';
import { complaint, type ComplaintCommand, type ComplaintEvent } from '.';

const given = givenFor(complaint);
const common = { complaint: id, actor: by('operator'), at, calendars };

const acknowledge = (acknowledgedOn: string): ComplaintCommand => ({
  type: 'AcknowledgeComplaint',
  ...common,
  acknowledgedOn,
});
const answer = (answeredOn: string, change: object = {}): ComplaintCommand => ({
  type: 'AnswerComplaint',
  ...common,
  answeredOn,
  sealedAnswer: 'v1.YmFy',
  terms,
  ...change,
});
const close = (
  closedOn: string,
  ground: 'no-reply' | 'consent' = 'no-reply',
): ComplaintCommand => ({
  type: 'CloseComplaint',
  ...common,
  closedOn,
  ground,
});
const reopen = (reopenedOn: string, change: object = {}): ComplaintCommand => ({
  type: 'ReopenComplaint',
  ...common,
  reopenedOn,
  ground: 'not-satisfied',
  terms,
  ...change,
});
const escalate = (to = 'kpk', change: object = {}): ComplaintCommand => ({
  type: 'EscalateComplaint',
  ...common,
  to,
  escalatedOn: '2026-03-20',
  ground: 'serious',
  ...change,
});
const overdue = (escalatedOn: string): ComplaintCommand =>
  escalate('kpk', { escalatedOn, ground: 'overdue' });

describe('a complaint', () => {
  const forward = counted(
    'forward',
    { count: 3, unit: 'working-days' },
    '2026-02-02',
    '2026-02-05',
  );
  const fiveDays = { count: 5, unit: 'working-days' } as const;

  it('has the term of its class, and three working days to be forwarded', () => {
    given().when(file()).then(filed());
    given()
      .when(file({ class: 'information' }))
      .then(
        filed({
          class: 'information',
          answerBy: '2026-02-09',
          counted: [forward, counted('answer', fiveDays, '2026-02-02', '2026-02-09')],
        }),
      );
    given()
      .when(file({ class: 'violation-field-check', reporter: null }))
      .then(
        filed({
          ...{ class: 'violation-field-check', reporter: null, answerBy: '2026-04-03' },
          counted: [
            forward,
            counted('answer', { count: 60, unit: 'days' }, '2026-02-02', '2026-04-03'),
          ],
        }),
      );
  });

  it.each([
    [{ complaint: 'LAPOR-1' }, 'complaint.invalid-pseudonym'],
    [{ reporter: 'Ani' }, 'complaint.invalid-pseudonym'],
    [{ filedOn: '2026-02-30' }, 'complaint.invalid-date'],
    [{ filedOn: '2026-06-02' }, 'complaint.future-date'],
    [{ regionRegistered: false }, 'complaint.region-unknown'],
    [{ reporterSealed: false }, 'complaint.reporter-unknown'],
    [{ terms: null }, 'complaint.policy-missing'],
  ])('with %j is refused', (change, code) => {
    given().when(file(change)).refused(code);
  });

  it('is filed once, and followed only when it was', () => {
    given(filed()).when(file()).refused('complaint.already-filed');
    given().when(acknowledge('2026-02-03')).refused('complaint.not-found');
  });

  it('knows its reporter by a pseudonym, never by the identity', () => {
    expect(filed().data.reporter).toBe(somebody);
  });

  it('is acknowledged and forwarded, in time or late', () => {
    const acknowledged = {
      type: 'ComplaintAcknowledged',
      data: { ...key, acknowledgedOn: '2026-02-03' },
    } as const;
    given(filed()).when(acknowledge('2026-02-03')).then(acknowledged);
    given(filed(), acknowledged).when(acknowledge('2026-02-04')).refused('complaint.wrong-state');
    given(filed(), acknowledged).when(assign('2026-02-05')).then(assigned());
    given(filed()).when(assign('2026-02-06')).then(assigned('2026-02-06', true));
    given(filed(), assigned()).when(assign('2026-02-09')).then(assigned('2026-02-09', null));
    given(filed()).when(assign('2026-02-01')).refused('complaint.out-of-order');
    given(filed()).when(assign('2026-02-05', 'Pak Budi')).refused('complaint.invalid-identifier');
  });

  it('is answered by the office it was forwarded to', () => {
    given(filed()).when(answer('2026-02-16')).refused('complaint.wrong-state');
    given(filed(), assigned()).when(answer('2026-02-16')).then(answered());
    given(filed(), assigned())
      .when(answer('2026-02-17'))
      .then(
        answered({
          answeredOn: '2026-02-17',
          late: true,
          replyBy: '2026-03-03',
          counted: [reply('2026-02-17', '2026-03-03')],
        }),
      );
    given(filed(), assigned())
      .when(answer('2026-02-16', { terms: null }))
      .refused('complaint.policy-missing');
  });

  it('is closed when it was answered and ten working days passed, or by consent', () => {
    given(filed(), assigned()).when(close('2026-03-03')).refused('complaint.wrong-state');
    given(filed(), assigned(), answered())
      .when(close('2026-03-02'))
      .refused('complaint.reply-awaited');
    given(filed(), assigned(), answered()).when(close('2026-03-03')).then(closed);
    given(filed(), assigned(), answered())
      .when(close('2026-02-17', 'consent'))
      .then({
        type: 'ComplaintClosed',
        data: { ...key, closedOn: '2026-02-17', ground: 'consent' },
      });
    given(filed(), assigned(), answered({ replyBy: null, counted: [] }))
      .when(close('2026-05-29'))
      .refused('complaint.reply-awaited');
  });

  it('is reopened with the term of its class, and answered again', () => {
    const reopened: ComplaintEvent = {
      type: 'ComplaintReopened',
      data: {
        ...key,
        reopenedOn: '2026-03-10',
        ground: 'not-satisfied',
        wasClosed: true,
        answerBy: '2026-03-24',
        counted: [counted('answer', { count: 14, unit: 'days' }, '2026-03-10', '2026-03-24')],
        policyVersion: 1,
        unconfirmed: ['answer'],
      },
    };
    given(filed(), assigned(), answered(), closed).when(reopen('2026-03-10')).then(reopened);
    given(filed(), assigned()).when(reopen('2026-03-10')).refused('complaint.wrong-state');
    given(filed(), assigned(), answered(), closed)
      .when(reopen('2026-03-10', { terms: null }))
      .refused('complaint.policy-missing');
    given(filed(), assigned(), answered(), closed, reopened)
      .when(close('2026-04-30'))
      .refused('complaint.wrong-state');
  });

  it('is escalated while it is open', () => {
    given(filed(), assigned(), answered(), closed)
      .when(escalate())
      .refused('complaint.wrong-state');
    given(filed())
      .when(escalate())
      .then({
        type: 'ComplaintEscalated',
        data: { ...key, to: 'kpk', escalatedOn: '2026-03-20', ground: 'serious' },
      });
    given(filed()).when(escalate('Pak Budi')).refused('complaint.invalid-identifier');
  });

  it('is escalated as overdue only once the term to forward or to answer it has passed', () => {
    const history = [
      [[filed()], '2026-02-05', '2026-02-06'],
      [[filed(), assigned()], '2026-02-16', '2026-02-17'],
    ] as const;
    for (const [events, lastDay, next] of history) {
      given(...events)
        .when(overdue(lastDay))
        .refused('complaint.not-overdue');
      given(...events)
        .when(overdue(next))
        .then({
          type: 'ComplaintEscalated',
          data: { ...key, to: 'kpk', escalatedOn: next, ground: 'overdue' },
        });
    }
    given(filed(), assigned(), answered())
      .when(overdue('2026-03-20'))
      .refused('complaint.not-overdue');
  });
});
