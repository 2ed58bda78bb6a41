import type { Calendars, WorkingDayCalendar } from '../calendar';
import type { RequestInformation } from '../information/commands';
import type { PolicyInForce } from '../policy/state';

const described = {
  version: 1,
  title: 'x',
  effectiveFrom: '2025-01-01',
  legalBasis: 'x',
  source: { id: 'x', citation: 'x' },
  unconfirmed: [],
};

/** A calendar of 2025 with one holiday, and of no other year. */
export const calendar2025: PolicyInForce<'working-days'> = {
  ...described,
  kind: 'working-days',
  content: {
    weekend: [6, 7],
    jointLeaveIsWork: false,
    years: [
      {
        year: 2025,
        source: described.source,
        holidays: [{ day: '2025-02-12', name: 'Holiday', kind: 'national-holiday' }],
      },
    ],
  } satisfies WorkingDayCalendar,
};

/** That calendar as every version there is. */
export const calendars2025: Calendars = [
  { version: 1, effectiveFrom: '2025-01-01', lastDay: null, content: calendar2025.content },
];

export const informationTerms: PolicyInForce<'information-terms'> = {
  ...described,
  kind: 'information-terms',
  version: 3,
  content: { answer: 10, extension: 7, objection: 30, decision: 30, dispute: 14 },
};

export const informationContext = {
  actor: { kind: 'person', id: 'ppid-1' },
  at: '2026-01-05T02:00:00.000Z',
} as const;

/** Received on Monday 3 February 2025: due on Tuesday 18 February, a holiday being on the way. */
export const requestOf2025: RequestInformation = {
  type: 'RequestInformation',
  ...informationContext,
  request: 'serang-2025-001',
  region: '36.73',
  regionRegistered: true,
  requester: '0d8f6a3c-5c1e-5b7a-9a43-7f0f5a4c2e11',
  office: 'PPID Kota Serang',
  asked: 'Budget realisation of 2024',
  receivedOn: '2025-02-03',
  terms: informationTerms,
  calendars: calendars2025,
};
