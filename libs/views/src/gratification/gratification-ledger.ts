import { type CalendarDate, type SettledTerm, withTerms } from '@jejak/domain';
import type {
  GratificationEvent,
  GratificationKey,
  GratificationReported,
} from '@jejak/domain/gratification/events';

import { asCounted } from '../as-counted';
import { continued } from '../continued';
import { provinceOf } from '../province';
import type { FoldedView } from '../view';

type Reported = GratificationReported['data'];

/** A report as the public may know it: neither who received the gift nor who gave it. */
export interface GratificationDocument extends Omit<
  Reported,
  'receiver' | 'giver' | 'recordedBy' | 'yearTotal'
> {
  readonly province: string;
  readonly status: 'reported' | 'forwarded' | 'decided' | 'dropped';
  readonly completedOn: CalendarDate | null;
  readonly forwardedOn: CalendarDate | null;
  readonly forwardedLate: boolean | null;
  readonly completedLate: boolean | null;
  readonly decidedLate: boolean | null;
  readonly decidedOn: CalendarDate | null;
  readonly owner: 'receiver' | 'state' | null;
  readonly decision: string | null;
  readonly droppedOn: CalendarDate | null;
  readonly changedAt: string;
}

const types = [
  'GratificationReported',
  'GratificationCompleted',
  'GratificationForwarded',
  'GratificationDecided',
  'GratificationDropped',
  'GratificationTermsSettled',
] as const satisfies readonly GratificationEvent['type'][];

const isOurs = (event: { readonly type: string }): event is GratificationEvent =>
  types.some((type) => type === event.type);

const idOf = ({ receiver, report }: GratificationKey): string => `${receiver}_${report}`;

/** One document per report. */
export const gratificationLedger: FoldedView<GratificationDocument> = {
  name: 'gratification-ledger',
  version: 4,
  eventTypes: types,
  documentsOf: ({ event }) => (isOurs(event) ? [idOf(event.data)] : []),
  apply(document, { event, metadata: { recordedAt: changedAt } }, id) {
    if (!isOurs(event)) return document;
    if (event.type === 'GratificationReported') return reported(event.data, changedAt);
    const before = continued(document, id);
    return { ...before, ...changeOf(before, event), changedAt };
  },
  indexes: ['region', 'province', 'category', 'status', 'inTime']
    .flatMap((field) => [
      { [field]: 1 as const, _id: 1 as const },
      { [field]: 1 as const, receivedOn: 1 as const, _id: 1 as const },
    ])
    .concat([{ receivedOn: 1, _id: 1 }]),
};

function reported(data: Reported, changedAt: string): GratificationDocument {
  const { receiver: _, giver: __, recordedBy: ___, yearTotal: ____, ...shown } = data;
  return {
    ...shown,
    province: provinceOf(shown.region),
    status: 'reported',
    completedOn: null,
    forwardedOn: null,
    forwardedLate: null,
    completedLate: null,
    decidedLate: null,
    decidedOn: null,
    owner: null,
    decision: null,
    droppedOn: null,
    changedAt,
  };
}

function changeOf(
  before: GratificationDocument,
  event: Exclude<GratificationEvent, GratificationReported>,
): Partial<GratificationDocument> {
  switch (event.type) {
    case 'GratificationCompleted':
      return {
        complete: true,
        completedOn: event.data.completedOn,
        completedLate: event.data.late,
      };
    case 'GratificationForwarded': {
      const { forwardedOn, late: forwardedLate, decideBy } = event.data;
      const counted = withTerms(before.counted, event.data.counted);
      return { status: 'forwarded', forwardedOn, forwardedLate, decideBy, counted };
    }
    case 'GratificationDecided': {
      const { decidedOn, owner, decision } = event.data;
      const decidedLate = before.decideBy === null ? null : decidedOn > before.decideBy;
      return { status: 'decided', decidedOn, decidedLate, owner, decision };
    }
    case 'GratificationDropped':
      return { status: 'dropped', droppedOn: event.data.droppedOn };
    case 'GratificationTermsSettled':
      return settled(before, event.data.settled);
  }
}

function settled(
  before: GratificationDocument,
  terms: readonly SettledTerm[],
): Partial<GratificationDocument> {
  const known = (name: string) => terms.find(({ term }) => term === name);
  const late = known('report')?.late ?? null;
  return {
    dueOn: known('report')?.dueOn ?? before.dueOn,
    inTime: late === null ? before.inTime : !late,
    forwardBy: known('forward')?.dueOn ?? before.forwardBy,
    forwardedLate: known('forward')?.late ?? before.forwardedLate,
    completeBy: known('complete')?.dueOn ?? before.completeBy,
    completedLate: known('complete')?.late ?? before.completedLate,
    decideBy: known('decision')?.dueOn ?? before.decideBy,
    decidedLate: known('decision')?.late ?? before.decidedLate,
    counted: withTerms(before.counted, asCounted(terms)),
  };
}
