import type { CalendarDate, JejakEvent } from '@jejak/domain';
import type {
  ErasureChannel,
  ErasureEvent,
  ErasureKey,
  ErasureRefused,
  ErasureRequested,
} from '@jejak/domain/erasure/events';

import { continued } from '../continued';
import { recordedDay } from '../recorded-day';
import { provinceOf } from '../province';
import type { FoldedView } from '../view';

/**
 * One request to erase a subject, and what came of it. The subject's random UUID is all that says whom
 * it is about; no name, contact or sealed text is in it.
 */
export interface ErasureDocument extends ErasureKey {
  readonly province: string;
  readonly channel: ErasureChannel;
  readonly status: 'requested' | 'granted' | 'refused' | 'shredded';
  readonly receivedOn: CalendarDate;
  readonly executeBy: CalendarDate;
  /** In calendar days: see `ErasureRules`. */
  readonly counted: ErasureRequested['data']['counted'];
  readonly decidedOn: CalendarDate | null;
  /** What a refusal rests on, in the words of the law, and the law it carries out. */
  readonly ground: (ErasureRefused['data']['ground'] & { readonly law: string }) | null;
  /** Day of Jakarta on which it was recorded that the key is destroyed. */
  readonly shreddedOn: CalendarDate | null;
  /** Whether it was refused or executed after the last day; null while neither was done. */
  readonly late: boolean | null;
  /** Of `erasure-rules`, that the term follows from. */
  readonly policyVersion: number;
  readonly changedAt: string;
}

/** `e3f3b6d2-…-1`: UUIDs have one length, so that no two requests meet. */
export const erasureId = ({ subject, request }: Pick<ErasureKey, 'subject' | 'request'>): string =>
  `${subject}-${request}`;

/** One document per request. */
export const erasureRegister: FoldedView<ErasureDocument> = {
  name: 'erasure-register',
  version: 2,
  eventTypes: ['ErasureRequested', 'ErasureGranted', 'ErasureRefused', 'SubjectKeyShredded'],
  documentsOf: ({ event }) => (isOfErasure(event) ? [erasureId(event.data)] : []),
  apply(document, { event, metadata: { recordedAt } }, id) {
    if (!isOfErasure(event)) return document;
    const after =
      event.type === 'ErasureRequested'
        ? received(event.data)
        : step(continued(document, id), event, recordedDay(recordedAt));
    return { ...after, changedAt: recordedAt };
  },
  indexes: [
    { receivedOn: 1, _id: 1 },
    { executeBy: 1, _id: 1 },
    { region: 1, _id: 1 },
    { region: 1, receivedOn: 1, _id: 1 },
    { region: 1, executeBy: 1, _id: 1 },
    { province: 1, _id: 1 },
    { province: 1, receivedOn: 1, _id: 1 },
    { province: 1, executeBy: 1, _id: 1 },
    { status: 1, _id: 1 },
    { status: 1, receivedOn: 1, _id: 1 },
    { status: 1, executeBy: 1, _id: 1 },
  ],
};

const isOfErasure = (event: JejakEvent): event is ErasureEvent =>
  erasureRegister.eventTypes.includes(event.type);

type Undated = Omit<ErasureDocument, 'changedAt'>;

const received = ({ recordedBy: _, ...shown }: ErasureRequested['data']): Undated => ({
  ...shown,
  province: provinceOf(shown.region),
  status: 'requested',
  decidedOn: null,
  ground: null,
  shreddedOn: null,
  late: null,
});

function step(
  before: ErasureDocument,
  event: Exclude<ErasureEvent, ErasureRequested>,
  today: CalendarDate,
): Undated {
  switch (event.type) {
    case 'ErasureGranted':
      return { ...before, status: 'granted', decidedOn: event.data.decidedOn };
    case 'ErasureRefused': {
      const { decidedOn, law, late } = event.data;
      return {
        ...{ ...before, status: 'refused', decidedOn, late },
        ground: { ...event.data.ground, law },
      };
    }
    case 'SubjectKeyShredded':
      return { ...before, status: 'shredded', shreddedOn: today, late: today > before.executeBy };
  }
}
