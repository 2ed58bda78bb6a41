import { type CalendarDate, type CountedTerm, type SettledTerm, withTerms } from '@jejak/domain';
import type {
  ComplaintChannel,
  ComplaintClass,
  ComplaintEvent,
  ComplaintRead,
} from '@jejak/domain/complaint/events';

import { asCounted } from '../as-counted';
import { continued } from '../continued';
import { provinceOf } from '../province';
import type { FoldedView } from '../view';

/** How a complaint goes, without what it says or any trace of who made it. */
export interface ComplaintDocument {
  readonly complaint: string;
  readonly region: string;
  readonly province: string;
  readonly channel: ComplaintChannel;
  readonly class: ComplaintClass;
  readonly status: 'filed' | 'acknowledged' | 'assigned' | 'answered' | 'closed';
  readonly filedOn: CalendarDate;
  readonly forwardBy: CalendarDate | null;
  readonly answerBy: CalendarDate | null;
  readonly office: string | null;
  readonly forwardedLate: boolean | null;
  readonly answeredOn: CalendarDate | null;
  readonly answeredLate: boolean | null;
  readonly replyBy: CalendarDate | null;
  /** How each of these days was counted, and why one of them is unknown. */
  readonly counted: readonly CountedTerm[];
  readonly closedOn: CalendarDate | null;
  readonly reopened: number;
  readonly escalatedTo: string | null;
  readonly policyVersion: number;
  readonly unconfirmed: readonly string[];
  readonly changedAt: string;
}

/** What moves a complaint on; who read it stands in the audit trail. */
export type ComplaintStep = Exclude<ComplaintEvent, ComplaintRead>;

export const complaintTypes = [
  'ComplaintFiled',
  'ComplaintAcknowledged',
  'ComplaintAssigned',
  'ComplaintAnswered',
  'ComplaintClosed',
  'ComplaintReopened',
  'ComplaintEscalated',
  'ComplaintTermsSettled',
] as const satisfies readonly ComplaintStep['type'][];

export const isOfComplaint = (event: { readonly type: string }): event is ComplaintStep =>
  complaintTypes.some((type) => type === event.type);

/** One document per complaint, by its tracking identifier. */
export const complaintRegister: FoldedView<ComplaintDocument> = {
  name: 'complaint-register',
  version: 3,
  eventTypes: complaintTypes,
  documentsOf: ({ event }) => (isOfComplaint(event) ? [event.data.complaint] : []),
  apply(document, { event, metadata: { recordedAt: changedAt } }, id) {
    if (!isOfComplaint(event)) return document;
    if (event.type === 'ComplaintFiled') return filed(event.data, changedAt);
    const before = continued(document, id);
    return { ...before, ...changeOf(before, event), changedAt };
  },
  indexes: [
    { region: 1, _id: 1 },
    { region: 1, filedOn: 1, _id: 1 },
    { province: 1, _id: 1 },
    { province: 1, filedOn: 1, _id: 1 },
    { class: 1, _id: 1 },
    { class: 1, filedOn: 1, _id: 1 },
    { status: 1, _id: 1 },
    { status: 1, filedOn: 1, _id: 1 },
    { filedOn: 1, _id: 1 },
  ],
};

function filed(
  data: Extract<ComplaintEvent, { type: 'ComplaintFiled' }>['data'],
  changedAt: string,
): ComplaintDocument {
  const { reporter: _, sealedText: __, ...shown } = data;
  return {
    ...shown,
    province: provinceOf(shown.region),
    status: 'filed',
    office: null,
    forwardedLate: null,
    answeredOn: null,
    answeredLate: null,
    replyBy: null,
    closedOn: null,
    reopened: 0,
    escalatedTo: null,
    changedAt,
  };
}

function changeOf(
  before: ComplaintDocument,
  event: Exclude<ComplaintStep, { type: 'ComplaintFiled' }>,
): Partial<ComplaintDocument> {
  switch (event.type) {
    case 'ComplaintAcknowledged':
      return { status: 'acknowledged' };
    case 'ComplaintAssigned': {
      const { office, late } = event.data;
      return { status: 'assigned', office, forwardedLate: late ?? before.forwardedLate };
    }
    case 'ComplaintAnswered': {
      const { answeredOn, late: answeredLate, replyBy } = event.data;
      const counted = withTerms(before.counted, event.data.counted);
      return { status: 'answered', answeredOn, answeredLate, replyBy, counted };
    }
    case 'ComplaintClosed':
      return { status: 'closed', closedOn: event.data.closedOn };
    case 'ComplaintReopened': {
      const { answerBy, policyVersion, unconfirmed } = event.data;
      const counted = withTerms(before.counted, event.data.counted);
      const judged = { answerBy, counted, policyVersion, unconfirmed };
      const reopened = before.reopened + 1;
      return { status: 'assigned', ...judged, reopened, closedOn: null, replyBy: null };
    }
    case 'ComplaintEscalated':
      return { escalatedTo: event.data.to };
    case 'ComplaintTermsSettled':
      return settled(before, event.data.settled);
  }
}

function settled(
  before: ComplaintDocument,
  terms: readonly SettledTerm[],
): Partial<ComplaintDocument> {
  const known = (name: string) => terms.find(({ term }) => term === name);
  return {
    forwardBy: known('forward')?.dueOn ?? before.forwardBy,
    forwardedLate: known('forward')?.late ?? before.forwardedLate,
    answerBy: known('answer')?.dueOn ?? before.answerBy,
    answeredLate: known('answer')?.late ?? before.answeredLate,
    replyBy: known('reply')?.dueOn ?? before.replyBy,
    counted: withTerms(before.counted, asCounted(terms)),
  };
}
