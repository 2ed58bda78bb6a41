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

/** One document per region: how its terms are kept. */
export const complaintBoard: FoldedView<ComplaintBoardRow> = {
  name: 'complaint-board',
  version: 1,
  eventTypes: complaintTypes,
  documentsOf: ({ event }) => (isOfComplaint(event) ? [event.data.region] : []),
  apply(document, { event }, region) {
    if (!isOfComplaint(event)) return document;
    const before = document ?? { region, ...nothing };
    const more = whatHappened(event);
    return { region, ...summed(before, { ...nothing, ...more }) };
  },
  indexes: [{ region: 1, _id: 1 }],
};

const kept = (late: boolean | null, inTime: 'forwardedInTime' | 'answeredInTime') => {
  if (late === null) return {};
  const lateKey = inTime === 'forwardedInTime' ? 'forwardedLate' : 'answeredLate';
  return { [late ? lateKey : inTime]: 1 };
};

function whatHappened(event: ComplaintStep): Partial<ComplaintCounts> {
  switch (event.type) {
    case 'ComplaintFiled':
      return { filed: 1, open: 1, anonymous: event.data.reporter === null ? 1 : 0 };
    case 'ComplaintAcknowledged':
      return {};
    case 'ComplaintAssigned':
      return kept(event.data.late, 'forwardedInTime');
    case 'ComplaintAnswered':
      return kept(event.data.late, 'answeredInTime');
    case 'ComplaintClosed':
      return { closed: 1, open: -1 };
    case 'ComplaintReopened':
      return { reopened: 1, open: event.data.wasClosed ? 1 : 0 };
    case 'ComplaintEscalated':
      return { escalated: 1 };
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
