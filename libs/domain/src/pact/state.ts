import { CorruptStreamError } from '../corrupt-stream';
import type {
  PactDrafted,
  PactEvent,
  PactPublished,
  PactSigned,
  PactSuperseded,
  PactWitnessed,
  SignatureSuperseded,
} from './events';
import { isSameParty } from './parties';

type WithoutKey<Data> = Omit<Data, 'pact' | 'region'>;

export interface Signature extends WithoutKey<PactSigned['data']> {
  /** Null while it holds. */
  readonly superseded: Supersession | null;
}
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
  if (event.type === 'SignatureSuperseded' && state.status !== 'undrafted') {
    return withSuperseded(state, event);
  }
  if (state.status === 'drafted') return evolveOpen(state, event);
  if (state.status === 'published' && event.type === 'PactSuperseded') {
    const { ground, reason, successor, on } = event.data;
    return { ...state, status: 'superseded', supersession: { ground, reason, successor, on } };
  }
  throw new CorruptStreamError(event.type, state.status);
}

function withSuperseded<State extends OpenPact | PublishedPact | SupersededPact>(
  state: State,
  { type, data }: SignatureSuperseded,
): State {
  const { signatory, ground, reason, successor, on } = data;
  const isTheirs = (signature: Signature): boolean => isSameParty(signature.signatory, signatory);
  if (!state.signatures.some(isTheirs)) throw new CorruptStreamError(type, 'without signature');
  const superseded = { ground, reason, successor, on };
  return {
    ...state,
    signatures: state.signatures.map((one) => (isTheirs(one) ? { ...one, superseded } : one)),
  };
}

function evolveOpen(state: OpenPact, event: PactEvent): PactState {
  switch (event.type) {
    case 'PactSigned': {
      const { signatory, signedOn, signatureReference } = event.data;
      const signature = { signatory, signedOn, signatureReference, superseded: null };
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
    case 'SignatureSuperseded':
    case 'PactSuperseded':
      throw new CorruptStreamError(event.type, state.status);
  }
}
