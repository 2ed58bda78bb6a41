import type { ComplaintEvent } from '@jejak/domain/complaint/events';

import { fold, twice } from '../testing/fold';
import { recorded } from '../testing/recorded';
import { complaintBoard, complaintsUntil } from './complaint-counts';
import { complaintRegister } from './complaint-register';

const complaint = '7d0e7e0e-95b6-4f0c-9c3a-7f5e2a1b4c03';
const reporter = 'e3f3b6d2-1c2e-4b8a-8f45-6a7b8c9d0e1f';
const key = { complaint, region: '36.73' };
const history: readonly ComplaintEvent[] = [
  {
    type: 'ComplaintFiled',
    data: {
      ...key,
      channel: 'web',
      class: 'violation',
      reporter,
      filedOn: '2026-02-02',
      sealedText: 'v1.Zm9v',
      forwardBy: '2026-02-05',
      answerBy: '2026-02-16',
      counted: [],
      policyVersion: 1,
      unconfirmed: ['answer'],
    },
  },
  {
    type: 'ComplaintAssigned',
    data: { ...key, office: 'inspektorat', handler: 'ani', assignedOn: '2026-02-06', late: true },
  },
  {
    type: 'ComplaintAnswered',
    data: {
      ...key,
      answeredOn: '2026-02-16',
      sealedAnswer: 'v1.YmFy',
      late: false,
      replyBy: '2026-03-02',
      counted: [],
    },
  },
  { type: 'ComplaintClosed', data: { ...key, closedOn: '2026-03-03', ground: 'no-reply' } },
  {
    type: 'ComplaintReopened',
    data: {
      ...key,
      reopenedOn: '2026-03-10',
      ground: 'new-facts',
      wasClosed: true,
      answerBy: '2026-03-24',
      counted: [],
      policyVersion: 1,
      unconfirmed: [],
    },
  },
];
const log = (count: number) =>
  twice(
    recorded(history.slice(0, count).map((event) => ({ stream: `complaint-${complaint}`, event }))),
  );

describe('a complaint to the public', () => {
  it('shows how its terms were kept', () => {
    expect(fold(complaintRegister, log(4)).get(complaint)).toMatchObject({
      status: 'closed',
      forwardedLate: true,
      answeredLate: false,
      unconfirmed: ['answer'],
    });
    expect(fold(complaintRegister, log(5)).get(complaint)).toMatchObject({
      status: 'assigned',
      answerBy: '2026-03-24',
      reopened: 1,
      closedOn: null,
    });
  });

  it('shows neither what it says nor who made it', () => {
    const shown = JSON.stringify(fold(complaintRegister, log(5)).get(complaint));
    for (const hidden of [reporter, 'v1.Zm9v', 'v1.YmFy']) expect(shown).not.toContain(hidden);
  });
});

describe('the board', () => {
  const board = (count: number, day = '2026-12-31') =>
    complaintsUntil(fold(complaintBoard, log(count)).get('36.73')!, day);

  it('counts what happened in a region, each thing once', () => {
    expect(board(4)).toEqual({
      ...{ region: '36.73', filed: 1, anonymous: 0, forwardedInTime: 0, forwardedLate: 1 },
      ...{ answeredInTime: 1, answeredLate: 0, closed: 1, reopened: 0, escalated: 0, open: 0 },
    });
    expect(board(5)).toMatchObject({ reopened: 1, open: 1 });
  });

  it.each([
    ['2026-02-01', { filed: 0, open: 0 }],
    ['2026-02-02', { filed: 1, forwardedLate: 0, open: 1 }],
    ['2026-02-16', { forwardedLate: 1, answeredInTime: 1, closed: 0, open: 1 }],
    ['2026-03-03', { closed: 1, reopened: 0, open: 0 }],
    ['2026-03-10', { closed: 1, reopened: 1, open: 1 }],
  ])('on %s is as things stood then', (day, counts) => {
    expect(board(5, day)).toMatchObject(counts);
  });
});
