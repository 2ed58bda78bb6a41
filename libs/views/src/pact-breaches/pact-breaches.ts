import type { CalendarDate } from '@jejak/domain';
import type { BreachFinding, PactBreachReported } from '@jejak/domain/pact/breach/events';

import { continued } from '../continued';
import { provinceOf } from '../province';
import type { FoldedView } from '../view';

type Report = PactBreachReported['data'];

/** One case; neither who reported it nor under which pseudonym is shown. */
export interface PactBreachDocument extends Pick<
  Report,
  'breach' | 'region' | 'pact' | 'obligations' | 'reportedOn' | 'appealOf'
> {
  readonly province: string;
  /** Whose breach it was; null unless it was proven: a report alone accuses nobody in public. */
  readonly office: string | null;
  readonly state: 'reported' | 'concluded';
  readonly finding: BreachFinding | null;
  readonly sanctionReference: string | null;
  readonly concludedOn: CalendarDate | null;
  readonly changedAt: string;
  /** Kept to be shown if it is proven. */
  readonly said: string | null;
}

/** One document per case. */
export const pactBreaches: FoldedView<PactBreachDocument> = {
  name: 'pact-breaches',
  version: 3,
  eventTypes: ['PactBreachReported', 'PactBreachConcluded'],
  documentsOf: ({ event }) => ('breach' in event.data ? [event.data.breach] : []),
  apply(document, { event, metadata: { recordedAt } }, id) {
    if (event.type === 'PactBreachReported') return reported(event.data, recordedAt);
    const before = continued(document, id);
    if (event.type !== 'PactBreachConcluded') return before;
    const { finding, sanctionReference, concludedOn } = event.data;
    const office = finding === 'proven' ? before.said : null;
    const concluded = { finding, sanctionReference, concludedOn, office, said: null };
    return { ...before, ...concluded, state: 'concluded', changedAt: recordedAt };
  },
  indexes: [
    { region: 1, _id: 1 },
    { region: 1, reportedOn: 1, _id: 1 },
    { province: 1, _id: 1 },
    { province: 1, reportedOn: 1, _id: 1 },
    { state: 1, _id: 1 },
    { state: 1, reportedOn: 1, _id: 1 },
    { reportedOn: 1, _id: 1 },
  ],
};

const reported = (data: Report, recordedAt: string): PactBreachDocument => ({
  breach: data.breach,
  region: data.region,
  province: provinceOf(data.region),
  pact: data.pact,
  obligations: data.obligations,
  reportedOn: data.reportedOn,
  appealOf: data.appealOf,
  office: null,
  state: 'reported',
  finding: null,
  sanctionReference: null,
  concludedOn: null,
  changedAt: recordedAt,
  said: data.position,
});

export type ShownBreach = Omit<PactBreachDocument, 'said'>;

/** A case as the public sees it. */
export const shownBreach = ({ said: _, ...shown }: PactBreachDocument): ShownBreach => shown;
