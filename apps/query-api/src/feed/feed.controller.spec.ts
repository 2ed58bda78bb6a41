import type { FeedEvent, ReceivedFeedEvent } from '@jejak/domain/feed/events';
import { recorded } from '@jejak/views/testing/recorded';

import { missingIndexes } from '../testing/list-indexes';
import { queryApiOver, type QueryApi } from '../testing/query-api';
import { feedEventList, feedList } from './feed.list';

const source: FeedEvent = {
  type: 'FeedSourceRegistered',
  data: {
    ...{ feed: 'licensing', title: 'Licensing', subject: 'simponie' },
    ...{ eventSource: '/36.74/simponie', region: '36.74' },
  },
};
const event = (id: string, fits: boolean): ReceivedFeedEvent => {
  const received = {
    ...{ feed: 'licensing', id, type: 'issued', version: 1 },
    ...{ content: '{}', contentSha256: '0'.repeat(64) },
  };
  return fits
    ? {
        type: 'FeedEventAccepted',
        data: { ...received, outcome: { kind: 'fact', region: '36.74', on: null, values: [] } },
      }
    : {
        type: 'FeedEventQuarantined',
        data: { ...received, unfit: { code: 'schema', detail: 'data must be object' } },
      };
};

describe('GET /v1/feeds', () => {
  let api: QueryApi;
  beforeAll(async () => {
    api = await queryApiOver(
      recorded([
        { stream: 'feed-licensing', event: source },
        { stream: 'feedevent-licensing-1', event: event('one', true) },
        { stream: 'feedevent-licensing-2', event: event('two', false) },
      ]),
    );
  });
  afterAll(() => api.close());

  const ids = async (path: string) =>
    ((await api.get(path)).body['items'] as { id: string }[]).map(({ id }) => id);

  it('tells what was taken in from what waits in quarantine', async () => {
    expect(await ids('/v1/feeds/licensing/facts')).toEqual(['one']);
    expect(await ids('/v1/feeds/licensing/quarantine?type=issued')).toEqual(['two']);
    expect(await ids('/v1/feeds/licensing/facts?province=36')).toEqual(['one']);
    expect(await ids('/v1/feeds/licensing/facts?province=32')).toEqual([]);
    expect(await ids('/v1/feeds/other/facts')).toEqual([]);
    expect((await api.get('/v1/feeds/licensing')).body).toMatchObject({ subject: 'simponie' });
    expect((await api.get('/v1/feeds/other')).status).toBe(404);
  });

  it('has an index for every filter and order', () => {
    expect([...missingIndexes(feedList), ...missingIndexes(feedEventList)]).toEqual([]);
  });
});
