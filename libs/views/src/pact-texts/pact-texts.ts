import type { CalendarDate } from '@jejak/domain';
import type { PactTextPublished } from '@jejak/domain/pact/events';

import { continued } from '../continued';
import type { FoldedView } from '../view';

/** One wording of the pact, word for word, and until when it could be signed. */
export type PactTextDocument = PactTextPublished['data'] & {
  /** Retired once its end is on record, even where its last day lies ahead. */
  readonly state: 'published' | 'retired';
  /** The last day on which it could be signed; null while it is not retired. */
  readonly lastDay: CalendarDate | null;
  /** Why it was retired; null while it is not. */
  readonly retiredBecause: string | null;
  /** Instants of the first and of the last fact about it. */
  readonly publishedAt: string;
  readonly changedAt: string;
};

/** One document per version of the text. */
export const pactTexts: FoldedView<PactTextDocument> = {
  name: 'pact-texts',
  version: 1,
  eventTypes: ['PactTextPublished', 'PactTextRetired'],
  documentsOf: ({ event }) =>
    event.type === 'PactTextPublished' || event.type === 'PactTextRetired'
      ? [event.data.version]
      : [],
  apply(document, { event, metadata: { recordedAt } }, version) {
    if (event.type === 'PactTextPublished') {
      const open = { state: 'published', lastDay: null, retiredBecause: null } as const;
      return { ...event.data, ...open, publishedAt: recordedAt, changedAt: recordedAt };
    }
    const before = continued(document, version);
    if (event.type !== 'PactTextRetired') return before;
    const { lastDay, reason: retiredBecause } = event.data;
    return { ...before, state: 'retired', lastDay, retiredBecause, changedAt: recordedAt };
  },
  indexes: [
    { changedAt: 1, _id: 1 },
    { state: 1, _id: 1 },
    { state: 1, changedAt: 1, _id: 1 },
  ],
};
