import type { Calendars } from '../calendar';
import type { GratificationReported, ReportGratification } from '../gratification';
import type { PolicyInForce } from '../policy';

type Rules = PolicyInForce<'gratification-rules'>;

export const at = '2026-06-01T03:00:00.000Z';
export const receiver = '5f0c7f0a-0d0b-4e6e-9d9d-0a4f0e3f6a11';
export const giver = 'c2a1a6de-7a50-4a43-8a63-33cf8f1f6b02';
export const by = (id: string) => ({ kind: 'person', id }) as const;

const source = { id: 'G1', citation: 'makassartoday.com 2026-01-29' };
const workingDays = (count: number) => ({ count, unit: 'working-days' }) as const;
const terms = {
  reportToKpk: workingDays(30),
  reportToUpg: workingDays(10),
  forward: workingDays(10),
};
const described = {
  kind: 'gratification-rules',
  title: 'Rules',
  legalBasis: 'UU 20/2001 art. 12B',
  source,
} as const;

export const rules2019: Rules = {
  ...described,
  version: 1,
  effectiveFrom: '2019-01-01',
  unconfirmed: [],
  content: {
    ...terms,
    completion: { term: workingDays(30), from: 'receipt' },
    exemptions: [
      { category: 'ceremony', limit: '1000000', yearlyLimit: null, nonCashOnly: false },
      { category: 'co-worker', limit: '200000', yearlyLimit: '1000000', nonCashOnly: true },
      { category: 'farewell', limit: '300000', yearlyLimit: null, nonCashOnly: false },
    ],
  },
};

export const rules2026: Rules = {
  ...described,
  version: 2,
  effectiveFrom: '2026-01-01',
  unconfirmed: ['effectiveFrom: only the month is known', 'forward'],
  content: {
    ...terms,
    completion: { term: workingDays(20), from: 'report' },
    exemptions: [
      { category: 'ceremony', limit: '1500000', yearlyLimit: null, nonCashOnly: false },
      { category: 'co-worker', limit: '500000', yearlyLimit: '1500000', nonCashOnly: true },
    ],
  },
};

export const decisionTerm: PolicyInForce<'gratification-decision'> = {
  ...described,
  kind: 'gratification-decision',
  version: 1,
  effectiveFrom: '2019-01-01',
  unconfirmed: ['decision'],
  content: { decision: workingDays(30) },
};

/** Weekends only: what the terms come to can be counted by hand. */
export const calendars: Calendars = [
  {
    version: 1,
    effectiveFrom: '2025-01-01',
    lastDay: null,
    content: {
      weekend: [6, 7],
      jointLeaveIsWork: false,
      years: [2025, 2026].map((year) => ({ year, holidays: [], source })),
    },
  },
];

/** A gift of Monday 2 February 2026, reported to the Commission on the last day in time. */
export const report = (change: Partial<ReportGratification> = {}): ReportGratification => ({
  type: 'ReportGratification',
  receiver,
  report: '2026-01',
  region: '36.73',
  regionRegistered: true,
  receivedOn: '2026-02-02',
  reportedOn: '2026-03-16',
  to: 'kpk',
  category: 'other',
  form: 'non-cash',
  value: '750000.00',
  giver,
  giverRelation: 'business-partner',
  complete: true,
  rules: rules2026,
  decisionTerm,
  calendars,
  actor: by('operator'),
  at,
  ...change,
});

export const reported = (
  change: Partial<GratificationReported['data']> = {},
): GratificationReported => ({
  type: 'GratificationReported',
  data: {
    receiver,
    report: '2026-01',
    region: '36.73',
    receivedOn: '2026-02-02',
    reportedOn: '2026-03-16',
    to: 'kpk',
    category: 'other',
    form: 'non-cash',
    value: '750000',
    giver,
    giverRelation: 'business-partner',
    complete: true,
    dueOn: '2026-03-16',
    inTime: true,
    verdict: 'no-exemption',
    reportable: true,
    yearTotal: '750000',
    forwardBy: null,
    completeBy: null,
    decideBy: '2026-04-27',
    decisionTerm: workingDays(30),
    counted: [
      {
        ...{ term: 'report', from: '2026-02-02', length: workingDays(30), countedOn: '2026-03-16' },
        ...{ dueOn: '2026-03-16', calendarVersion: 1, calendarEndsOn: null },
      },
      {
        ...{ term: 'decision', from: '2026-03-16', length: workingDays(30) },
        ...{ countedOn: '2026-03-16', dueOn: '2026-04-27' },
        ...{ calendarVersion: 1, calendarEndsOn: null },
      },
    ],
    policyVersion: 2,
    unconfirmed: ['effectiveFrom', 'decision'],
    recordedBy: 'operator',
    ...change,
  },
});
