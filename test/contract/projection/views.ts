import { anyView } from '@jejak/projection';
import type { FoldedView } from '@jejak/views/view';

export interface Signers {
  readonly names: readonly string[];
}

/** Who signed each pact, in order; a superseded pact is struck. */
const signersView: FoldedView<Signers> = {
  name: 'signers',
  version: 1,
  eventTypes: ['PactSigned', 'PactSuperseded'],
  documentsOf: ({ event }) =>
    event.type === 'PactSigned' || event.type === 'PactSuperseded' ? [event.data.pact] : [],
  apply: (before, { event }) =>
    event.type === 'PactSigned'
      ? { names: [...(before?.names ?? []), event.data.signatory.name ?? ''] }
      : null,
  indexes: [{ names: 1 }],
};

export interface Count {
  readonly count: number;
}

/** Counts signatures, all together and for each pact. */
const countView: FoldedView<Count> = {
  name: 'count',
  version: 1,
  eventTypes: ['PactSigned'],
  documentsOf: ({ event }) => (event.type === 'PactSigned' ? ['all', event.data.pact] : []),
  apply: (before) => ({ count: (before?.count ?? 0) + 1 }),
  indexes: [],
};

export const signers = anyView(signersView);
export const count = anyView(countView);
