import type { CalendarDate } from '@jejak/domain';

import type { FoldedView } from '../view';
import { type ComplaintStep, complaintTypes, isOfComplaint } from './complaint-register';

/** How many times each thing happened to complaints of a region; `open` follows from them. */
export interface ComplaintCounts {
  readonly filed: number;
  readonly anonymous: number;
  readonly forwardedInTime: number;
  readonly forwardedLate: number;
  readonly answeredInTime: number;
  readonly answeredLate: number;
  readonly closed: number;
  readonly reopened: number;
  readonly escalated: number;
  /** Filed or reopened and not closed since. */
  readonly open: number;
}

export interface ComplaintBoardRow extends ComplaintCounts {
  readonly region: string;
}

const nothing: ComplaintCounts = {
  filed: 0,
  anonymous: 0,
  forwardedInTime: 0,
  forwardedLate: 0,
  answeredInTime: 0,
  answeredLate: 0,
  closed: 0,
  reopened: 0,
  escalated: 0,
  open: 0,
};

/** What happened on each day, by the days the facts speak of; what did not happen is left out. */
type ComplaintDays = Readonly<Record<CalendarDate, Partial<ComplaintCounts>>>;

export interface ComplaintDaysOfRegion {
  readonly region: string;
  readonly days: ComplaintDays;
}

/** One document per region, day by day, so that the board can be read as of any day. */
export const complaintBoard: FoldedView<ComplaintDaysOfRegion> = {
  name: 'complaint-board',
  version: 3,
  eventTypes: complaintTypes,
  documentsOf: ({ event }) => (isOfComplaint(event) ? [event.data.region] : []),
  apply(document, { event }, region) {
    if (!isOfComplaint(event)) return document;
    return { region, days: whatHappened(event).reduce(dayAfter, document?.days ?? {}) };
  },
  indexes: [{ region: 1, _id: 1 }],
};

function dayAfter(days: ComplaintDays, [day, more]: Happened): ComplaintDays {
  const counted = Object.entries(summed({ ...nothing, ...days[day] }, { ...nothing, ...more }));
  const happened = Object.fromEntries(counted.filter(([, count]) => count !== 0));
  return { ...days, [day]: happened };
}

/** How the terms of a region were kept, by what had happened up to the end of a day. */
export const complaintsUntil = (
  { region, days }: ComplaintDaysOfRegion,
  asOf: CalendarDate,
): ComplaintBoardRow => ({
  region,
  ...complaintsOf(
    Object.entries(days).flatMap(([day, counts]) =>
      day <= asOf ? [{ ...nothing, ...counts }] : [],
    ),
  ),
});

const kept = (late: boolean | null, inTime: 'forwardedInTime' | 'answeredInTime') => {
  if (late === null) return {};
  const lateKey = inTime === 'forwardedInTime' ? 'forwardedLate' : 'answeredLate';
  return { [late ? lateKey : inTime]: 1 };
};

type Happened = readonly [day: CalendarDate, more: Partial<ComplaintCounts>];

function whatHappened(event: ComplaintStep): readonly Happened[] {
  switch (event.type) {
    case 'ComplaintFiled': {
      const { filedOn, reporter } = event.data;
      return [[filedOn, { filed: 1, open: 1, anonymous: reporter === null ? 1 : 0 }]];
    }
    case 'ComplaintAcknowledged':
      return [[event.data.acknowledgedOn, {}]];
    case 'ComplaintAssigned':
      return [[event.data.assignedOn, kept(event.data.late, 'forwardedInTime')]];
    case 'ComplaintAnswered':
      return [[event.data.answeredOn, kept(event.data.late, 'answeredInTime')]];
    case 'ComplaintClosed':
      return [[event.data.closedOn, { closed: 1, open: -1 }]];
    case 'ComplaintReopened': {
      const { reopenedOn, wasClosed } = event.data;
      return [[reopenedOn, { reopened: 1, open: wasClosed ? 1 : 0 }]];
    }
    case 'ComplaintEscalated':
      return [[event.data.escalatedOn, { escalated: 1 }]];
    case 'ComplaintTermsSettled':
      return event.data.settled.flatMap(({ term, keptOn, late }): readonly Happened[] => {
        if (keptOn === null || term === 'reply') return [];
        return [[keptOn, kept(late, term === 'forward' ? 'forwardedInTime' : 'answeredInTime')]];
      });
  }
}

const summed = (a: ComplaintCounts, b: ComplaintCounts): ComplaintCounts => ({
  filed: a.filed + b.filed,
  anonymous: a.anonymous + b.anonymous,
  forwardedInTime: a.forwardedInTime + b.forwardedInTime,
  forwardedLate: a.forwardedLate + b.forwardedLate,
  answeredInTime: a.answeredInTime + b.answeredInTime,
  answeredLate: a.answeredLate + b.answeredLate,
  closed: a.closed + b.closed,
  reopened: a.reopened + b.reopened,
  escalated: a.escalated + b.escalated,
  open: a.open + b.open,
});

/** The rows of several regions as one. */
export const complaintsOf = (rows: readonly ComplaintCounts[]): ComplaintCounts =>
  rows.reduce(summed, nothing);
