import type { CalendarDate } from '@jejak/domain';
import type {
  PactDrafted,
  PactSignatory,
  PactSuperseded,
  PactParty,
  WitnessCapacity,
} from '@jejak/domain/pact/events';

import { continued } from '../continued';
import type { FoldedView } from '../view';

export interface RegisteredSignatory extends PactSignatory {
  readonly signedOn: CalendarDate;
  readonly signatureReference: string | null;
  readonly recordedAt: string;
}

export interface RegisteredWitness extends PactParty {
  readonly capacity: WitnessCapacity | null;
  readonly witnessedOn: CalendarDate;
  readonly recordedAt: string;
}

type Draft = PactDrafted['data'];
type Supersession = Pick<PactSuperseded['data'], 'ground' | 'reason' | 'successor'>;

/** One integrity pact (Pakta Integritas) as it stands. */
export interface PactDocument extends Draft {
  readonly state: 'drafted' | 'published' | 'superseded';
  readonly signatories: readonly RegisteredSignatory[];
  readonly witnesses: readonly RegisteredWitness[];
  readonly publishedOn: CalendarDate | null;
  readonly publicationReference: string | null;
  readonly superseded: (Supersession & { readonly recordedAt: string }) | null;
  /** Instants of the first and of the last fact about it. */
  readonly draftedAt: string;
  readonly changedAt: string;
}

/** One document per pact. */
export const pactRegister: FoldedView<PactDocument> = {
  name: 'pact-register',
  version: 1,
  eventTypes: ['PactDrafted', 'PactSigned', 'PactWitnessed', 'PactPublished', 'PactSuperseded'],
  documentsOf: ({ event }) => ('pact' in event.data ? [event.data.pact] : []),
  apply(document, { event, metadata: { recordedAt } }, pact) {
    if (event.type === 'PactDrafted') return drafted(event.data, recordedAt);
    const before = continued(document, pact);
    const changed = { ...before, changedAt: recordedAt };
    if (event.type === 'PactSigned') {
      const { signatory, signedOn, signatureReference } = event.data;
      const signed = { ...signatory, signedOn, signatureReference, recordedAt };
      return { ...changed, signatories: [...before.signatories, signed] };
    }
    if (event.type === 'PactWitnessed') {
      const { witness, capacity, witnessedOn } = event.data;
      const witnessed = { ...witness, capacity, witnessedOn, recordedAt };
      return { ...changed, witnesses: [...before.witnesses, witnessed] };
    }
    if (event.type === 'PactPublished') {
      const { publishedOn, publicationReference } = event.data;
      return { ...changed, state: 'published', publishedOn, publicationReference };
    }
    if (event.type === 'PactSuperseded') {
      const { ground, reason, successor } = event.data;
      const superseded = { ground, reason, successor, recordedAt };
      return { ...changed, state: 'superseded', superseded };
    }
    return before;
  },
  indexes: [
    { date: 1, _id: 1 },
    { changedAt: 1, _id: 1 },
    { region: 1, _id: 1 },
    { region: 1, date: 1, _id: 1 },
    { region: 1, changedAt: 1, _id: 1 },
    { state: 1, _id: 1 },
    { state: 1, date: 1, _id: 1 },
    { state: 1, changedAt: 1, _id: 1 },
  ],
};

const drafted = (draft: Draft, recordedAt: string): PactDocument => ({
  ...draft,
  state: 'drafted',
  signatories: [],
  witnesses: [],
  publishedOn: null,
  publicationReference: null,
  superseded: null,
  draftedAt: recordedAt,
  changedAt: recordedAt,
});
