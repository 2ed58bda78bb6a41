import { CorruptStreamError } from '../corrupt-stream';
import type {
  PactDrafted,
  PactEvent,
  PactPublished,
  PactSigned,
  PactSuperseded,
  PactWitnessed,
} from './events';

type WithoutKey<Data> = Omit<Data, 'pact' | 'region'>;

export type Signature = WithoutKey<PactSigned['data']>;
export type Witnessing = WithoutKey<PactWitnessed['data']>;
export type Publication = WithoutKey<PactPublished['data']>;
export type Supersession = WithoutKey<PactSuperseded['data']>;

interface Ceremony {
  readonly draft: PactDrafted['data'];
  readonly signatures: readonly Signature[];
  readonly witnesses: readonly Witnessing[];
}

export interface OpenPact extends Ceremony {
  readonly status: 'drafted';
}

export interface PublishedPact extends Ceremony {
  readonly status: 'published';
  readonly publication: Publication;
}

export interface SupersededPact extends Ceremony {
  readonly status: 'superseded';
  readonly publication: Publication;
  readonly supersession: Supersession;
}

export type PactState =
  { readonly status: 'undrafted' } | OpenPact | PublishedPact | SupersededPact;

export const initialState = (): PactState => ({ status: 'undrafted' });

/** In force: published and not superseded. */
export const isPublished = (state: PactState): state is PublishedPact =>
  state.status === 'published';

export function evolve(state: PactState, event: PactEvent): PactState {
  if (event.type === 'PactDrafted' && state.status === 'undrafted') {
    return { status: 'drafted', draft: event.data, signatures: [], witnesses: [] };
  }
  if (state.status === 'drafted') return evolveOpen(state, event);
  if (state.status === 'published' && event.type === 'PactSuperseded') {
    const { ground, reason, successor } = event.data;
    return { ...state, status: 'superseded', supersession: { ground, reason, successor } };
  }
  throw new CorruptStreamError(event.type, state.status);
}

function evolveOpen(state: OpenPact, event: PactEvent): PactState {
  switch (event.type) {
    case 'PactSigned': {
      const { signatory, signedOn, signatureReference } = event.data;
      const signature = { signatory, signedOn, signatureReference };
      return { ...state, signatures: [...state.signatures, signature] };
    }
    case 'PactWitnessed': {
      const { witness, capacity, witnessedOn } = event.data;
      return { ...state, witnesses: [...state.witnesses, { witness, capacity, witnessedOn }] };
    }
    case 'PactPublished': {
      const { publishedOn, publicationReference } = event.data;
      return { ...state, status: 'published', publication: { publishedOn, publicationReference } };
    }
    case 'PactDrafted':
    case 'PactSuperseded':
      throw new CorruptStreamError(event.type, state.status);
  }
}
