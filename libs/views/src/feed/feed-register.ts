import type { FeedSourceRegistered } from '@jejak/domain/feed/events';
import type { FeedMapping } from '@jejak/domain/feed';

import { continued } from '../continued';
import { provinceOf } from '../province';
import type { FoldedView } from '../view';

type Source = FeedSourceRegistered['data'];

export interface DefinedType {
  readonly type: string;
  readonly version: number;
  /** JSON Schema as canonical text. */
  readonly schema: string;
  readonly mapping: FeedMapping;
  readonly reason: string | null;
  readonly definedAt: string;
}

/** A system that reports facts itself, with every version of how its events are read. */
export interface FeedDocument extends Source {
  readonly province: string;
  readonly state: 'registered' | 'retired';
  readonly types: readonly DefinedType[];
  readonly retirement: { readonly reason: string; readonly recordedAt: string } | null;
  readonly registeredAt: string;
  readonly changedAt: string;
}

/** One document per source. */
export const feedRegister: FoldedView<FeedDocument> = {
  name: 'feed-register',
  version: 2,
  eventTypes: ['FeedSourceRegistered', 'FeedTypeDefined', 'FeedSourceRetired'],
  documentsOf: ({ event }) =>
    event.type === 'FeedSourceRegistered' ||
    event.type === 'FeedTypeDefined' ||
    event.type === 'FeedSourceRetired'
      ? [event.data.feed]
      : [],
  apply(document, { event, metadata: { recordedAt } }, id) {
    if (event.type === 'FeedSourceRegistered') {
      const times = { registeredAt: recordedAt, changedAt: recordedAt };
      const province = provinceOf(event.data.region);
      const nothing = { types: [], retirement: null };
      return { ...event.data, province, state: 'registered', ...nothing, ...times };
    }
    const changed = { ...continued(document, id), changedAt: recordedAt };
    if (event.type === 'FeedTypeDefined') {
      const { feed: _, ...defined } = event.data;
      return { ...changed, types: [...changed.types, { ...defined, definedAt: recordedAt }] };
    }
    if (event.type !== 'FeedSourceRetired') return document;
    const { reason } = event.data;
    return { ...changed, state: 'retired', retirement: { reason, recordedAt } };
  },
  indexes: [
    { region: 1, _id: 1 },
    { province: 1, _id: 1 },
    { state: 1, _id: 1 },
  ],
};
