import type { FeedEvent } from '@jejak/domain/feed/events';

const mapping = { target: 'fact', fields: [] } as const;
const defined = (version: number): FeedEvent => ({
  type: 'FeedTypeDefined',
  data: { feed: 'licensing', type: 'issued', version, schema: '{}', mapping, reason: null },
});
/** A source, two versions of its type, and its end. */
export const sourceEvents: readonly FeedEvent[] = [
  {
    type: 'FeedSourceRegistered',
    data: {
      ...{ feed: 'licensing', title: 'Licensing', subject: 'simponie' },
      ...{ eventSource: '/36.74/simponie', region: '36.74' },
    },
  },
  defined(1),
  defined(2),
  { type: 'FeedSourceRetired', data: { feed: 'licensing', reason: 'replaced' } },
];
