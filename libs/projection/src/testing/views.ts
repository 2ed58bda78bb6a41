import type { FoldedView, RowView } from '@jejak/views/view';

import { anyView } from '../view/any-view';
import type { Generation, ViewIdentity } from '../view/generation';

export interface Register {
  readonly count: number;
  readonly names: readonly string[];
}

/** One document per pact: who signed, in order. Not idempotent by itself, and it deletes. */
export const registerView: FoldedView<Register> = {
  name: 'register',
  version: 1,
  eventTypes: ['PactSigned', 'PactSuperseded'],
  documentsOf: ({ event }) =>
    event.type === 'PactSigned' || event.type === 'PactSuperseded' ? [event.data.pact] : [],
  apply(before, { event }) {
    if (event.type !== 'PactSigned') return null;
    const name = event.data.signatory.name ?? '';
    return { count: (before?.count ?? 0) + 1, names: [...(before?.names ?? []), name] };
  },
  indexes: [{ count: -1 }],
};

/** One document counting everything, and one per pact: an event touches several documents. */
export const tallyView: FoldedView<{ readonly signatures: number }> = {
  name: 'tally',
  version: 2,
  eventTypes: ['PactSigned'],
  documentsOf: ({ event }) =>
    event.type === 'PactSigned' ? ['all', `of ${event.data.pact}`, 'all'] : [],
  apply: (before) => ({ signatures: (before?.signatures ?? 0) + 1 }),
  indexes: [],
};

/** Cannot fold a signature by `poison`. */
export const brittleView: FoldedView<{ readonly name: string | null }> = {
  name: 'brittle',
  version: 1,
  eventTypes: ['PactSigned'],
  documentsOf: ({ event }) => (event.type === 'PactSigned' ? [event.data.pact] : []),
  apply(before, { event }) {
    if (event.type !== 'PactSigned') return before;
    const { name } = event.data.signatory;
    if (name === 'poison') throw new Error('nobody signs with poison');
    return { name };
  },
  indexes: [],
};

/** One row per signature. */
export const signaturesView: RowView<{ readonly pact: string; readonly name: string | null }> = {
  kind: 'rows',
  name: 'signatures',
  version: 1,
  eventTypes: ['PactSigned'],
  idOf: ({ id }) => id,
  rowOf: ({ event }) =>
    event.type === 'PactSigned' ? { pact: event.data.pact, name: event.data.signatory.name } : null,
  indexes: [],
};

export const register = anyView(registerView);
export const tally = anyView(tallyView);
export const brittle = anyView(brittleView);
export const signatures = anyView(signaturesView);

/** The first filling of a view, which is live from the start. */
export const generationOf = ({ name, version }: ViewIdentity): Generation => ({
  name,
  version,
  build: 1,
});
