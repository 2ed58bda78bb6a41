import { type CalendarDate, type CountedTerm, type JejakEvent, withTerms } from '@jejak/domain';
import type {
  InformationEvent,
  InformationOutcome,
  InformationRequested,
  InformationTermsSettled,
  ObjectionGround,
  ObjectionOutcome,
} from '@jejak/domain/information/events';

import { asCounted } from '../as-counted';
import { continued } from '../continued';
import { provinceOf } from '../province';
import type { FoldedView } from '../view';

export type InformationStatus = 'open' | 'answered' | 'objected' | 'decided' | 'disputed';

/**
 * One request with every step that was taken; a step is null until it was. No person is in it, nor
 * the requester's pseudonym: whoever asks often would be followed by it from office to office.
 */
export interface InformationDocument extends Pick<
  InformationRequested['data'],
  'request' | 'region' | 'office' | 'asked' | 'receivedOn' | 'terms' | 'countedBy'
> {
  readonly province: string;
  readonly status: InformationStatus;
  /** Last day for the answer; after an extension the later one. Null until a calendar reaches it. */
  readonly dueOn: CalendarDate | null;
  /** How the last days were counted, and why one of them is unknown. */
  readonly counted: readonly CountedTerm[];
  readonly extension: {
    readonly on: CalendarDate;
    readonly reason: string;
    readonly from: CalendarDate | null;
  } | null;
  readonly answer: {
    readonly on: CalendarDate;
    readonly outcome: InformationOutcome;
    readonly ground: string | null;
    /** Null while the last day is unknown and may lie before. */
    readonly late: boolean | null;
  } | null;
  readonly objection: {
    readonly on: CalendarDate;
    readonly ground: ObjectionGround;
    readonly explanation: string | null;
    /** Null until a calendar reaches it. */
    readonly decideBy: CalendarDate | null;
  } | null;
  readonly decision: {
    readonly on: CalendarDate;
    readonly outcome: ObjectionOutcome;
    readonly reason: string;
    /** Null while the last day is unknown and may lie before. */
    readonly late: boolean | null;
  } | null;
  readonly dispute: {
    readonly on: CalendarDate;
    readonly reference: string;
    readonly inTime: boolean | null;
  } | null;
  /** The last day that is still to be kept, for the answer or the decision; null when none is known. */
  readonly openUntil: CalendarDate | null;
  readonly changedAt: string;
}

/** One document per request. */
export const informationRegister: FoldedView<InformationDocument> = {
  name: 'information-register',
  // Earlier versions hold the requester's pseudonym: they are not read from while this is built.
  version: 4,
  eventTypes: [
    'InformationRequested',
    'InformationDeadlineExtended',
    'InformationAnswered',
    'InformationObjected',
    'InformationObjectionDecided',
    'InformationDisputeNoted',
    'InformationTermsSettled',
  ],
  documentsOf: ({ event }) => (isAboutInformation(event) ? [event.data.request] : []),
  apply(document, { event, metadata: { recordedAt } }, id) {
    if (!isAboutInformation(event)) return document;
    const after =
      event.type === 'InformationRequested' ? opened(event) : step(continued(document, id), event);
    return { ...after, openUntil: openUntil(after), changedAt: recordedAt };
  },
  indexes: [
    { receivedOn: 1, _id: 1 },
    { openUntil: 1, _id: 1 },
    { region: 1, _id: 1 },
    { region: 1, receivedOn: 1, _id: 1 },
    { region: 1, openUntil: 1, _id: 1 },
    { province: 1, _id: 1 },
    { province: 1, receivedOn: 1, _id: 1 },
    { province: 1, openUntil: 1, _id: 1 },
    { status: 1, _id: 1 },
    { status: 1, receivedOn: 1, _id: 1 },
    { status: 1, openUntil: 1, _id: 1 },
  ],
};

const isAboutInformation = (event: JejakEvent): event is InformationEvent =>
  informationRegister.eventTypes.includes(event.type);

type Unjudged = Omit<InformationDocument, 'openUntil' | 'changedAt'>;

function opened({ data }: InformationRequested): Unjudged {
  const { request, region, office, asked, receivedOn, dueOn, terms, countedBy } = data;
  const { counted } = data;
  return {
    ...{ request, region, province: provinceOf(region), office, asked },
    ...{ receivedOn, dueOn, terms, countedBy, counted },
    status: 'open',
    extension: null,
    answer: null,
    objection: null,
    decision: null,
    dispute: null,
  };
}

function step(
  before: InformationDocument,
  event: Exclude<InformationEvent, InformationRequested>,
): Unjudged {
  switch (event.type) {
    case 'InformationDeadlineExtended': {
      const { extendedOn: on, reason, dueOn } = event.data;
      const counted = withTerms(before.counted, event.data.counted);
      return { ...before, dueOn, counted, extension: { on, reason, from: before.dueOn } };
    }
    case 'InformationAnswered': {
      const { answeredOn: on, outcome, ground, late } = event.data;
      const status = before.objection === null ? 'answered' : before.status;
      return { ...before, status, answer: { on, outcome, ground, late } };
    }
    case 'InformationObjected': {
      const { objectedOn: on, ground, explanation, decideBy } = event.data;
      const counted = withTerms(before.counted, event.data.counted);
      const objection = { on, ground, explanation, decideBy };
      return { ...before, status: 'objected', objection, counted };
    }
    case 'InformationObjectionDecided': {
      const { decidedOn: on, outcome, reason, late } = event.data;
      // Who went to the commission before the superior decided is still there.
      const status = before.dispute === null ? 'decided' : before.status;
      return { ...before, status, decision: { on, outcome, reason, late } };
    }
    case 'InformationDisputeNoted': {
      const { filedOn: on, reference, inTime } = event.data;
      return { ...before, status: 'disputed', dispute: { on, reference, inTime } };
    }
    case 'InformationTermsSettled':
      return settled(before, event);
  }
}

function settled(before: InformationDocument, { data }: InformationTermsSettled): Unjudged {
  const known = (name: string) => data.settled.find(({ term }) => term === name);
  const { answer, objection, decision } = before;
  return {
    ...before,
    dueOn: known('answer')?.dueOn ?? before.dueOn,
    answer: answer && { ...answer, late: known('answer')?.late ?? answer.late },
    objection: objection && {
      ...objection,
      decideBy: known('decision')?.dueOn ?? objection.decideBy,
    },
    decision: decision && { ...decision, late: known('decision')?.late ?? decision.late },
    counted: withTerms(before.counted, asCounted(data.settled)),
  };
}

/** The last day that is still to be kept, for the answer or the decision; null when none is. */
export function openUntil({ answer, objection, decision, dueOn }: Unjudged): CalendarDate | null {
  if (decision !== null) return null;
  if (objection !== null) return objection.decideBy;
  return answer === null ? dueOn : null;
}
