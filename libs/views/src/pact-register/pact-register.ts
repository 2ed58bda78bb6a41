import type { CalendarDate } from '@jejak/domain';
import { isSameParty } from '@jejak/domain/pact';
import type {
  PactDrafted,
  PactSignatory,
  PactSuperseded,
  PactParty,
  SignatureSuperseded,
  WitnessCapacity,
} from '@jejak/domain/pact/events';

import { continued } from '../continued';
import { provinceOf } from '../province';
import { recordedDay } from '../recorded-day';
import type { FoldedView } from '../view';

export interface RegisteredSignatory extends PactSignatory {
  readonly signedOn: CalendarDate;
  readonly signatureReference: string | null;
  readonly recordedAt: string;
  /** Why it no longer holds; null while it does. Without a successor they have to sign again. */
  readonly superseded: RecordedSupersession | null;
}

export interface RegisteredWitness extends PactParty {
  readonly capacity: WitnessCapacity | null;
  readonly witnessedOn: CalendarDate;
  readonly recordedAt: string;
}

type Draft = PactDrafted['data'];
type Supersession = Pick<PactSuperseded['data'], 'ground' | 'reason' | 'successor' | 'on'>;
type RecordedSupersession = Supersession & { readonly recordedAt: string };

/** The day from which it counts: its own, else that of its recording. */
export const supersededSince = ({ on, recordedAt }: RecordedSupersession): CalendarDate =>
  on ?? recordedDay(recordedAt);

/** One integrity pact (Pakta Integritas) as it stands. */
export interface PactDocument extends Draft {
  readonly province: string;
  readonly state: 'drafted' | 'published' | 'superseded';
  readonly signatories: readonly RegisteredSignatory[];
  readonly witnesses: readonly RegisteredWitness[];
  readonly publishedOn: CalendarDate | null;
  readonly publicationReference: string | null;
  readonly superseded: RecordedSupersession | null;
  /** Signatories whose signature was superseded and who have not signed again. */
  readonly toSignAgain: number;
  /** Instants of the first and of the last fact about it. */
  readonly draftedAt: string;
  readonly changedAt: string;
}

/** One document per pact. */
export const pactRegister: FoldedView<PactDocument> = {
  name: 'pact-register',
  version: 4,
  eventTypes: [
    'PactDrafted',
    'PactSigned',
    'PactWitnessed',
    'PactPublished',
    'PactSuperseded',
    'SignatureSuperseded',
  ],
  documentsOf: ({ event }) => ('pact' in event.data ? [event.data.pact] : []),
  apply(document, { event, metadata: { recordedAt } }, pact) {
    if (event.type === 'PactDrafted') return drafted(event.data, recordedAt);
    const before = continued(document, pact);
    const changed = { ...before, changedAt: recordedAt };
    if (event.type === 'PactSigned') {
      const { signatory, signedOn, signatureReference } = event.data;
      const signed = { ...signatory, signedOn, signatureReference, recordedAt, superseded: null };
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
      const { ground, reason, successor, on } = event.data;
      const superseded = { ground, reason, successor, on, recordedAt };
      return { ...changed, state: 'superseded', superseded };
    }
    if (event.type === 'SignatureSuperseded') {
      return { ...changed, ...signaturesAfter(before, event.data, recordedAt) };
    }
    return before;
  },
  indexes: [
    { date: 1, _id: 1 },
    { changedAt: 1, _id: 1 },
    { region: 1, _id: 1 },
    { region: 1, date: 1, _id: 1 },
    { region: 1, changedAt: 1, _id: 1 },
    { province: 1, _id: 1 },
    { province: 1, date: 1, _id: 1 },
    { province: 1, changedAt: 1, _id: 1 },
    { state: 1, _id: 1 },
    { state: 1, date: 1, _id: 1 },
    { state: 1, changedAt: 1, _id: 1 },
  ],
};

/** Throws when nobody signed so. */
function signaturesAfter(
  { pact, signatories: before }: PactDocument,
  { signatory, ground, reason, successor, on }: SignatureSuperseded['data'],
  recordedAt: string,
): Pick<PactDocument, 'signatories' | 'toSignAgain'> {
  const isTheirs = (one: RegisteredSignatory): boolean => isSameParty(one, signatory);
  if (!before.some(isTheirs)) throw new Error(`${signatory.position} did not sign ${pact}`);
  const superseded = { ground, reason, successor, on, recordedAt };
  const signatories = before.map((one) => (isTheirs(one) ? { ...one, superseded } : one));
  const toSignAgain = signatories.filter((one) => one.superseded?.successor === null).length;
  return { signatories, toSignAgain };
}

const drafted = (draft: Draft, recordedAt: string): PactDocument => ({
  ...draft,
  province: provinceOf(draft.region),
  state: 'drafted',
  signatories: [],
  witnesses: [],
  publishedOn: null,
  publicationReference: null,
  superseded: null,
  toSignAgain: 0,
  draftedAt: recordedAt,
  changedAt: recordedAt,
});
