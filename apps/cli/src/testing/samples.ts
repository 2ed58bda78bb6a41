import {
  type BuildReply,
  type ParkedReply,
  type StoredEventReply,
  type ViewReply,
} from '@jejak/client';

export const build: BuildReply = {
  view: 'ranking',
  version: 3,
  build: 2,
  purpose: 'rebuild',
  state: 'filling',
  events: 450,
  totalEvents: 1_000,
  eventsPerSecond: 100,
  secondsLeft: 5.5,
  position: '9/8',
  throttle: null,
  requestedAt: '2026-01-02T00:00:00.000Z',
  difference: null,
  error: null,
};

export const ready: BuildReply = {
  ...build,
  state: 'ready',
  events: 1_000,
  secondsLeft: 0,
  difference: {
    position: '9/8',
    same: 11,
    changed: 1,
    onlyLive: 0,
    onlyNext: 2,
    examples: [
      { id: '36.73', kind: 'changed', fields: ['records', 'name'] },
      { id: '36.74', kind: 'only-next', fields: [] },
    ],
  },
};

export const failed: BuildReply = {
  ...build,
  state: 'failed',
  error: {
    message: 'PactSigned (event 3 of pact-x) cannot be folded',
    detail: 'no such pact',
    since: '2026-01-02T00:00:00.000Z',
    event: { stream: 'pact-x', revision: '3', position: '7/7', type: 'PactSigned' },
  },
};

export const view: ViewReply = {
  view: 'ranking',
  version: 3,
  build: 1,
  state: 'live',
  position: '9/8',
  events: 1_000,
  caughtUp: true,
  lagSeconds: 0,
  lagEvents: 0,
  eventsPerSecond: 0,
  writer: null,
  error: null,
  parked: 0,
  next: null,
};

export const parked: ParkedReply = {
  view: 'ranking',
  version: 3,
  build: 1,
  kind: 'document',
  key: 'MCP/2019/36',
  event: {
    id: '0d8f6a3c-5c1e-5b7a-9a43-7f0f5a4c2e11',
    stream: 'scorecard-36.73-mcp-2019',
    revision: '3',
    position: '7/7',
    type: 'PublishedScoreRecorded',
  },
  holdsUp: 'live',
  error: 'no such scorecard',
  attempts: 3,
  firstFailedAt: '2026-01-02T00:00:00.000Z',
  lastFailedAt: '2026-01-02T00:01:00.000Z',
  waiting: 2,
};

export const stored: StoredEventReply = {
  ...parked.event,
  schemaVersion: 1,
  contentType: 'application/json',
  data: { encoding: 'json', content: '{"value":"29"}', bytes: 14, cut: false },
  metadata: { encoding: 'json', content: '{"schemaVersion":1}', bytes: 19, cut: false },
  unreadable: null,
};
