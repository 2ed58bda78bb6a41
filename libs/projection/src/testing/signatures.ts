import type { FoldedView } from '@jejak/views/view';

/** How many signatures a region has, and when the last one was recorded. */
export interface SignaturesDocument {
  readonly region: string;
  readonly signatures: number;
  readonly latest: string;
}

export const signatures: FoldedView<SignaturesDocument> = {
  name: 'signatures',
  version: 1,
  eventTypes: ['PactSigned'],
  documentsOf: ({ event }) => (event.type === 'PactSigned' ? [event.data.region] : []),
  apply: (document, { metadata }, region) => ({
    region,
    signatures: (document?.signatures ?? 0) + 1,
    latest: metadata.recordedAt,
  }),
  indexes: [{ signatures: -1 }],
};
