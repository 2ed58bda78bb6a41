import { type CalendarDate, type CountedTerm, type JejakEvent, stillOpen } from '@jejak/domain';

import type { FoldedView } from '../view';

/** A case, some of whose last days no calendar reaches yet. */
export interface WaitingTerms {
  /** The stream of the case. */
  readonly subject: string;
  readonly region: string;
  /** Those that wait; the name has the report or filing before it where a case has several. */
  readonly terms: readonly CountedTerm[];
  /** The earliest day from which on they were counted. */
  readonly since: CalendarDate;
}

/** What is read of an event that counts terms, or settles them, whichever context it is of. */
const types = [
  'InformationRequested',
  'InformationDeadlineExtended',
  'InformationObjected',
  'InformationTermsSettled',
  'ComplaintFiled',
  'ComplaintAnswered',
  'ComplaintReopened',
  'ComplaintTermsSettled',
  'GratificationReported',
  'GratificationForwarded',
  'GratificationTermsSettled',
  'WealthReportVerified',
  'WealthReportTermsSettled',
] as const;

type Counting = Extract<JejakEvent, { type: (typeof types)[number] }>;

const isCounting = (event: JejakEvent): event is Counting =>
  types.some((type) => type === event.type);

function countedIn({ data }: Counting): readonly CountedTerm[] {
  const within = 'report' in data ? data.report : 'filing' in data ? data.filing : null;
  const counted: readonly CountedTerm[] = 'settled' in data ? data.settled : data.counted;
  return within === null
    ? counted
    : counted.map((one) => ({ ...one, term: `${within}/${one.term}` }));
}

/**
 * Cases that wait for a calendar, by their stream: what the clock goes through when one was approved.
 * A case that waits for none has no document.
 */
export const waitingTerms: FoldedView<WaitingTerms> = {
  name: 'waiting-terms',
  version: 1,
  eventTypes: types,
  documentsOf: ({ event, stream }) => (isCounting(event) ? [stream] : []),
  apply(document, { event, stream }) {
    if (!isCounting(event)) return document;
    const before = (document?.terms ?? []).filter(
      // Nobody waits for a reply to an answer that did not satisfy.
      ({ term }) => event.type !== 'ComplaintReopened' || term !== 'reply',
    );
    const terms = stillOpen(before, countedIn(event));
    const [since] = terms.map(({ countedOn }) => countedOn).toSorted();
    return since === undefined
      ? null
      : { subject: stream, region: event.data.region, terms, since };
  },
  indexes: [],
};
