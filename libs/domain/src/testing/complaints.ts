import type { Calendars, CountedTerm, Term } from '../calendar';
import type { ComplaintCommand, ComplaintEvent, ComplaintFiled, FileComplaint } from '../complaint';
import type { PolicyInForce } from '../policy';

export const at = '2026-06-01T03:00:00.000Z';
export const id = '7d0e7e0e-95b6-4f0c-9c3a-7f5e2a1b4c03';
export const somebody = 'e3f3b6d2-1c2e-4b8a-8f45-6a7b8c9d0e1f';
export const by = (name: string) => ({ kind: 'person', id: name }) as const;
export const key = { complaint: id, region: '36.73' };
const source = { id: 'W1', citation: 'apps.apple.com SP4N LAPOR' };

export const terms: PolicyInForce<'complaint-terms'> = {
  kind: 'complaint-terms',
  version: 1,
  title: 'Terms',
  effectiveFrom: '2018-01-01',
  legalBasis: 'SP4N-LAPOR!',
  source,
  unconfirmed: ['answer: from which day it runs'],
  content: {
    forward: { count: 3, unit: 'working-days' },
    answer: {
      information: { count: 5, unit: 'working-days' },
      violation: { count: 14, unit: 'days' },
      'violation-field-check': { count: 60, unit: 'days' },
    },
    close: { count: 10, unit: 'working-days' },
  },
};

/** Weekends only. */
export const calendars: Calendars = [
  {
    version: 1,
    effectiveFrom: '2026-01-01',
    lastDay: null,
    content: {
      weekend: [6, 7],
      jointLeaveIsWork: false,
      years: [{ year: 2026, holidays: [], source }],
    },
  },
];

/** A term of a complaint as the events of the specs say that it was counted. */
export const counted = (
  term: string,
  length: Term,
  from: string,
  dueOn: string | null,
): CountedTerm => ({
  ...{ term, from, length, countedOn: from, dueOn },
  calendarVersion: length.unit === 'working-days' ? 1 : null,
  calendarEndsOn: dueOn === null ? '2026-12-31' : null,
});

/** Filed on Monday 2 February 2026. */
export const file = (change: Partial<FileComplaint> = {}): FileComplaint => ({
  type: 'FileComplaint',
  ...key,
  regionRegistered: true,
  channel: 'web',
  class: 'violation',
  reporter: somebody,
  reporterSealed: true,
  filedOn: '2026-02-02',
  sealedText: 'v1.Zm9v',
  terms,
  calendars,
  actor: by('operator'),
  at,
  ...change,
});

export const filed = (change: Partial<ComplaintFiled['data']> = {}): ComplaintFiled => ({
  type: 'ComplaintFiled',
  data: {
    ...key,
    channel: 'web',
    class: 'violation',
    reporter: somebody,
    filedOn: '2026-02-02',
    sealedText: 'v1.Zm9v',
    forwardBy: '2026-02-05',
    answerBy: '2026-02-16',
    counted: [
      counted('forward', { count: 3, unit: 'working-days' }, '2026-02-02', '2026-02-05'),
      counted('answer', { count: 14, unit: 'days' }, '2026-02-02', '2026-02-16'),
    ],
    policyVersion: 1,
    unconfirmed: ['answer'],
    ...change,
  },
});

export const assign = (assignedOn: string, office = 'inspektorat'): ComplaintCommand => ({
  type: 'AssignComplaint',
  ...{ complaint: id, actor: by('operator'), at, calendars },
  office,
  handler: null,
  assignedOn,
});

export const assigned = (
  assignedOn = '2026-02-05',
  late: boolean | null = false,
): ComplaintEvent => ({
  type: 'ComplaintAssigned',
  data: { ...key, office: 'inspektorat', handler: null, assignedOn, late },
});
export const reply = (from: string, dueOn: string | null) =>
  counted('reply', { count: 10, unit: 'working-days' }, from, dueOn);
export const answered = (change: object = {}): ComplaintEvent => ({
  type: 'ComplaintAnswered',
  data: {
    ...key,
    answeredOn: '2026-02-16',
    sealedAnswer: 'v1.YmFy',
    late: false,
    replyBy: '2026-03-02',
    counted: [reply('2026-02-16', '2026-03-02')],
    ...change,
  },
});
export const closed: ComplaintEvent = {
  type: 'ComplaintClosed',
  data: { ...key, closedOn: '2026-03-03', ground: 'no-reply' },
};
