import type { ReceivedFeedEvent } from '@jejak/domain/feed/events';

import { fold, twice } from '../testing/fold';
import { sourceEvents as source } from '../testing/feed';
import { recorded } from '../testing/recorded';
import { feedEvents } from './feed-events';
import { feedRegister } from './feed-register';

const received = {
  ...{ feed: 'licensing', id: '17', type: 'issued' },
  ...{ content: '{"x":"\u20ac"}', contentSha256: '0'.repeat(64) },
};
const outcome = { kind: 'fact', region: '36.74', on: '2024-05-06', values: [] } as const;
const unfit = { code: 'schema', detail: 'data/days must be integer' } as const;
const events: readonly ReceivedFeedEvent[] = [
  { type: 'FeedEventQuarantined', data: { ...received, version: 1, unfit } },
  {
    type: 'FeedEventReplayed',
    data: {
      ...{ feed: 'licensing', id: '17', type: 'issued', version: 2, outcome },
      replayedBy: 'operator-1',
    },
  },
];
const log = recorded([
  ...source.map((event) => ({ stream: 'feed-licensing', event })),
  ...events.map((event) => ({ stream: 'feedevent-licensing-17', event })),
]);

describe('a feed', () => {
  it('keeps every version of how its events are read', () => {
    expect(fold(feedRegister, log).get('licensing')).toMatchObject({
      ...{ state: 'retired', subject: 'simponie' },
      types: [{ version: 1 }, { version: 2 }],
      retirement: { reason: 'replaced' },
    });
  });

  it('shows what was quarantined and why, also after it was replayed, and never its content', () => {
    const before = fold(feedEvents, log.slice(0, -1)).get('feedevent-licensing-17');
    expect(before).toMatchObject({ state: 'quarantined', unfit, contentBytes: 11, outcome: null });
    const after = fold(feedEvents, log).get('feedevent-licensing-17');
    expect(after).toMatchObject({ state: 'accepted', unfit, on: '2024-05-06', version: 2 });
    expect(JSON.stringify(after)).not.toContain('\u20ac');
  });

  it('is unchanged by events it has seen', () => {
    expect(fold(feedRegister, twice(log))).toEqual(fold(feedRegister, log));
    expect(fold(feedEvents, twice(log))).toEqual(fold(feedEvents, log));
  });
});
