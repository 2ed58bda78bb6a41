import type { StoredRecord } from '@jejak/event-store';
import {
  type BuildStatus,
  type OperationCode,
  OperationRefused,
  type ParkedEntry,
  type ParkedKey,
  type ViewStatus,
} from '@jejak/projection';

import type { OperatedProjection } from '../operated-projection';

const far = 2n ** 62n;
const position = { commit: far + 9n, prepare: far + 8n };
const generation = { name: 'ranking', version: 3, build: 2 };

export const status: ViewStatus = {
  name: 'ranking',
  version: 3,
  build: 2,
  state: 'live',
  position,
  events: 87,
  caughtUp: true,
  lagSeconds: 0,
  lagEvents: 0,
  eventsPerSecond: 0,
  parked: 0,
  writer: null,
  error: null,
};

export const build: BuildStatus = {
  ...generation,
  purpose: 'rebuild',
  state: 'ready',
  events: 87,
  totalEvents: 87,
  eventsPerSecond: 4_000,
  secondsLeft: 0,
  position,
  throttle: null,
  requestedAt: '2026-01-02T00:00:00.000Z',
  difference: {
    position,
    same: 11,
    changed: 1,
    onlyLive: 0,
    onlyNext: 0,
    examples: [{ id: '36.73', kind: 'changed', fields: ['records'] }],
  },
  error: {
    message: 'cannot be folded',
    since: '2026-01-02T00:00:00.000Z',
    detail: 'the pact is not drafted',
    event: { id: 'e', stream: 'pact-x', revision: far, position, type: 'PactSigned' },
    key: { kind: 'document', key: 'MCP/2019/36' },
  },
};

export const parkedAt = (key: string, commit: bigint, view = 'ranking'): ParkedEntry => ({
  kind: 'document',
  key,
  generation: { ...generation, name: view },
  event: {
    id: '0d8f6a3c-5c1e-5b7a-9a43-7f0f5a4c2e11',
    stream: 'pact-serang-2025',
    revision: far,
    position: { commit, prepare: commit },
    type: 'PactSigned',
  },
  holdsUp: 'live',
  error: 'the pact is not drafted',
  attempts: 3,
  firstFailedAt: '2026-01-02T00:00:00.000Z',
  lastFailedAt: '2026-01-02T00:01:00.000Z',
  waiting: 2,
});

export interface FakeProjection extends OperatedProjection {
  /** What was asked of it, in order. */
  readonly asked: readonly unknown[];
  /** From now on everything that changes something is refused so; null: nothing is. */
  refuse(code: OperationCode | null): void;
  /** Changed by tests. */
  under: BuildStatus | null;
  entries: ParkedEntry[];
  /** What the event store has of whatever is parked. */
  stored: StoredRecord | null;
  views: ViewStatus[];
}

/** Answers as told and notes what it was asked; knows the views `ranking` and `pact-register`. */
export function createFakeProjection(): FakeProjection {
  const asked: unknown[] = [];
  let refused: OperationCode | null = null;
  const known = (view: string | undefined): void => {
    if (view !== undefined && view !== 'ranking' && view !== 'pact-register') {
      throw new OperationRefused('projection.unknown-view', `no view is called ${view}`);
    }
  };
  const answer = <Reply>(call: readonly unknown[], reply: () => Reply): Promise<Reply> => {
    asked.push(call);
    if (refused === null) return Promise.resolve(reply());
    return Promise.reject(new OperationRefused(refused, 'that cannot be done now'));
  };
  const isAt =
    (view: string, { kind, key }: ParkedKey) =>
    (entry: ParkedEntry): boolean =>
      entry.generation.name === view && entry.kind === kind && entry.key === key;
  const fake: FakeProjection = {
    asked,
    refuse: (code) => {
      refused = code;
    },
    under: null,
    entries: [],
    stored: null,
    views: [{ ...status, name: 'pact-register', position: null }, status],
    status: () => fake.views,
    operations: {
      build(view) {
        known(view);
        return view === 'ranking' ? fake.under : null;
      },
      rebuild: (view, options) => answer(['rebuild', view, options], () => build),
      rollback: (view) => answer(['rollback', view], () => ({ ...build, purpose: 'rollback' })),
      switchOver: (view) => answer(['switch', view], () => ({ ...generation, build: 3 })),
      cancel: (view) => answer(['cancel', view], () => undefined),
      parked: (view) =>
        new Promise((resolve) => {
          known(view);
          resolve(fake.entries.filter((one) => !view || one.generation.name === view));
        }),
      waitingBehind: (entries) =>
        Promise.resolve(entries.map(({ kind, waiting }) => (kind === 'stream' ? 7 : waiting))),
      storedEvent: (view, key) =>
        new Promise((resolve) => {
          known(view);
          if (!fake.entries.some(isAt(view, key))) {
            throw new OperationRefused('projection.not-parked', 'nothing is parked there');
          }
          resolve(fake.stored);
        }),
      retry: (view, key) => answer(['retry', view, key], () => !fake.entries.some(isAt(view, key))),
    },
  };
  return fake;
}
