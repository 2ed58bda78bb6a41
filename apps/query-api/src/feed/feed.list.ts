import { feedEvents, feedRegister } from '@jejak/views';

import { listOf } from '../reading/list';

export const feedList = listOf(feedRegister, {
  path: '/v1/feeds',
  filters: { region: 'region', province: 'province', state: 'state' },
  columns: {
    feed: ({ feed }) => feed,
    title: ({ title }) => title,
    subject: ({ subject }) => subject,
    eventSource: ({ eventSource }) => eventSource,
    region: ({ region }) => region,
    province: ({ province }) => province,
    state: ({ state }) => state,
    types: ({ types }) => [...new Set(types.map(({ type }) => type))].join(' '),
    registeredAt: ({ registeredAt }) => registeredAt,
    retiredAt: ({ retirement }) => retirement?.recordedAt ?? null,
    retiredBecause: ({ retirement }) => retirement?.reason ?? null,
    changedAt: ({ changedAt }) => changedAt,
  },
});

/** Events of one feed, narrowed by the route to those taken in or those quarantined. */
export const feedEventList = listOf(feedEvents, {
  path: '/v1/feeds/events',
  filters: { type: 'type', region: 'region', province: 'province' },
  sorts: { receivedAt: 'receivedAt' },
  defaultSort: 'receivedAt',
  columns: {
    feed: ({ feed }) => feed,
    id: ({ id }) => id,
    type: ({ type }) => type,
    state: ({ state }) => state,
    version: ({ version }) => version,
    reason: ({ unfit }) => unfit && `${unfit.code}: ${unfit.detail}`,
    region: ({ region }) => region,
    province: ({ province }) => province,
    on: ({ on }) => on,
    outcome: ({ outcome }) => outcome && JSON.stringify(outcome),
    contentBytes: ({ contentBytes }) => contentBytes,
    contentSha256: ({ contentSha256 }) => contentSha256,
    receivedAt: ({ receivedAt }) => receivedAt,
    replayedAt: ({ replayedAt }) => replayedAt,
  },
});
