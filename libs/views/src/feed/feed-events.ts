import type { CalendarDate } from '@jejak/domain';
import type { FeedOutcome, Unfit } from '@jejak/domain/feed/events';

import { continued } from '../continued';
import { provinceOf } from '../province';
import type { FoldedView } from '../view';

/**
 * What an event of a source came to. Its content stands in the log under its digest and not here:
 * what nobody has read yet may hold anything.
 */
export interface FeedEventDocument {
  readonly feed: string;
  /** Identifier its source gave it. */
  readonly id: string;
  readonly type: string;
  readonly state: 'accepted' | 'quarantined';
  readonly version: number | null;
  readonly contentSha256: string;
  /** UTF-8 bytes of its canonical form. */
  readonly contentBytes: number;
  /** Why it was quarantined, also after it was replayed; null when it never was. */
  readonly unfit: Unfit | null;
  readonly outcome: FeedOutcome | null;
  /** Of a fact. */
  readonly region: string | null;
  readonly province: string | null;
  readonly on: CalendarDate | null;
  readonly receivedAt: string;
  readonly replayedAt: string | null;
}

const noFact = { region: null, province: null, on: null } as const;

function ofFact(outcome: FeedOutcome): Pick<FeedEventDocument, keyof typeof noFact> {
  if (outcome.kind !== 'fact') return noFact;
  const { region, on } = outcome;
  return { region, province: provinceOf(region), on };
}

/** One document per event, by its stream. */
export const feedEvents: FoldedView<FeedEventDocument> = {
  name: 'feed-events',
  version: 2,
  eventTypes: ['FeedEventAccepted', 'FeedEventQuarantined', 'FeedEventReplayed'],
  documentsOf: ({ event, stream }) =>
    event.type === 'FeedEventAccepted' ||
    event.type === 'FeedEventQuarantined' ||
    event.type === 'FeedEventReplayed'
      ? [stream]
      : [],
  apply(document, { event, metadata: { recordedAt } }, id) {
    if (event.type === 'FeedEventReplayed') {
      const { outcome, version } = event.data;
      const replayed = { state: 'accepted', version, outcome, replayedAt: recordedAt } as const;
      return { ...continued(document, id), ...replayed, ...ofFact(outcome) };
    }
    if (event.type !== 'FeedEventAccepted' && event.type !== 'FeedEventQuarantined') {
      return document;
    }
    const { content, ...received } = event.data;
    const common = {
      contentBytes: bytesOf(content),
      receivedAt: recordedAt,
      replayedAt: null,
    };
    if ('outcome' in received) {
      return {
        ...received,
        ...common,
        state: 'accepted',
        unfit: null,
        ...ofFact(received.outcome),
      };
    }
    const nothing = { outcome: null, ...noFact };
    return { ...received, ...common, state: 'quarantined', ...nothing };
  },
  indexes: [
    { feed: 1, receivedAt: 1, _id: 1 },
    { type: 1, receivedAt: 1, _id: 1 },
    { region: 1, receivedAt: 1, _id: 1 },
    { province: 1, receivedAt: 1, _id: 1 },
    { feed: 1, state: 1, receivedAt: 1, _id: 1 },
    { receivedAt: 1, _id: 1 },
  ],
};

/** UTF-8 length without an encoder: views run wherever they are read. */
const bytesOf = (text: string): number => {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
};
