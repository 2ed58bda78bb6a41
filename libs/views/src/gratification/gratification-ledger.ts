import type { CalendarDate } from '@jejak/domain';
import type {
  GratificationEvent,
  GratificationKey,
  GratificationReported,
} from '@jejak/domain/gratification/events';

import { continued } from '../continued';
import type { FoldedView } from '../view';

type Reported = GratificationReported['data'];

/** A report as the public may know it: neither who received the gift nor who gave it. */
export interface GratificationDocument extends Omit<
  Reported,
  'receiver' | 'giver' | 'recordedBy' | 'yearTotal'
> {
  readonly status: 'reported' | 'forwarded' | 'decided' | 'dropped';
  readonly completedOn: CalendarDate | null;
  readonly forwardedOn: CalendarDate | null;
  readonly forwardedLate: boolean | null;
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
] as const satisfies readonly GratificationEvent['type'][];

const isOurs = (event: { readonly type: string }): event is GratificationEvent =>
  types.some((type) => type === event.type);

const idOf = ({ receiver, report }: GratificationKey): string => `${receiver}_${report}`;

/** One document per report. */
export const gratificationLedger: FoldedView<GratificationDocument> = {
  name: 'gratification-ledger',
  version: 2,
  eventTypes: types,
  documentsOf: ({ event }) => (isOurs(event) ? [idOf(event.data)] : []),
  apply(document, { event, metadata: { recordedAt: changedAt } }, id) {
    if (!isOurs(event)) return document;
    if (event.type === 'GratificationReported') return reported(event.data, changedAt);
    return { ...continued(document, id), ...changeOf(event), changedAt };
  },
  indexes: ['region', 'category', 'status', 'inTime']
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
    status: 'reported',
    completedOn: null,
    forwardedOn: null,
    forwardedLate: null,
    decidedOn: null,
    owner: null,
    decision: null,
    droppedOn: null,
    changedAt,
  };
}

function changeOf(
  event: Exclude<GratificationEvent, GratificationReported>,
): Partial<GratificationDocument> {
  switch (event.type) {
    case 'GratificationCompleted':
      return { complete: true, completedOn: event.data.completedOn };
    case 'GratificationForwarded': {
      const { forwardedOn, late: forwardedLate } = event.data;
      return { status: 'forwarded', forwardedOn, forwardedLate };
    }
    case 'GratificationDecided': {
      const { decidedOn, owner, decision } = event.data;
      return { status: 'decided', decidedOn, owner, decision };
    }
    case 'GratificationDropped':
      return { status: 'dropped', droppedOn: event.data.droppedOn };
  }
}
