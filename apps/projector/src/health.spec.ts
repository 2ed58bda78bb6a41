import { type BuildStatus, type HeadStatus, type ViewStatus } from '@jejak/projection';

import { projectorHealth } from './health';

const position = { commit: 9n, prepare: 8n };
const live: ViewStatus = {
  name: 'ranking',
  version: 3,
  build: 1,
  state: 'live',
  position,
  events: 5,
  caughtUp: true,
  lagSeconds: 0,
  lagEvents: 0,
  eventsPerSecond: 2.5,
  parked: 0,
  writer: null,
  error: null,
};
const other: ViewStatus = { ...live, name: 'audit-trail', version: 1 };
const fresh: HeadStatus = { position, ageSeconds: 1 };

const building: BuildStatus = {
  name: 'ranking',
  version: 3,
  build: 2,
  purpose: 'rebuild',
  state: 'filling',
  events: 40,
  totalEvents: 100,
  eventsPerSecond: 5,
  secondsLeft: 11.2,
  position,
  throttle: 5,
  requestedAt: '2026-01-02T00:00:00.000Z',
  difference: null,
  error: null,
};

const healthOf = (
  statuses: ViewStatus[],
  head: HeadStatus = fresh,
  build: BuildStatus | null = null,
) =>
  projectorHealth({
    status: () => statuses,
    head: () => head,
    operations: { build: (view) => (view === build?.name ? build : null) },
  });
const health = (status: ViewStatus, head?: HeadStatus) => healthOf([other, status], head);
const whileBuilding = (build: BuildStatus, status: ViewStatus = live) =>
  healthOf([other, status], fresh, build);

describe('The projector is ready', () => {
  it('when every view is level with a fresh head, and says so in plain JSON', () => {
    const answer = health(live);
    expect(answer).toMatchObject({
      ready: true,
      degraded: false,
      reasons: [],
      warnings: [],
      head: { position: '9/8' },
    });
    expect(answer.views[1]).toEqual({
      view: 'ranking',
      version: 3,
      build: 1,
      state: 'live',
      position: '9/8',
      events: 5,
      caughtUp: true,
      lagSeconds: 0,
      lagEvents: 0,
      eventsPerSecond: 2.5,
      parked: 0,
      writer: null,
      error: null,
      next: null,
    });
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });

  it('while a view catches up within the allowed time', () => {
    const close: ViewStatus = { ...live, state: 'catching-up', caughtUp: false, lagSeconds: 12 };
    expect(health(close).ready).toBe(true);
    expect(health({ ...close, lagSeconds: 31 }).reasons).toEqual(['ranking is behind by 31 s']);
    expect(health({ ...close, lagSeconds: null }).ready).toBe(false);
  });

  it('while another process writes a view, and names it', () => {
    const standby: ViewStatus = {
      ...live,
      state: 'standing-by',
      caughtUp: false,
      lagSeconds: null,
      lagEvents: null,
      writer: 'projector-2',
    };
    const answer = health(standby);
    expect(answer).toMatchObject({ ready: true, degraded: false });
    expect(answer.views[1]).toMatchObject({ state: 'standing-by', writer: 'projector-2' });
  });

  it('not when the head is stale, however small the lag', () => {
    expect(health(live, { position, ageSeconds: 16.4 }).reasons).toEqual([
      'The head of the log has not been read for 16 s',
    ]);
    expect(health(live, { position: null, ageSeconds: null }).ready).toBe(false);
  });

  it('not when a view has stopped, and names the event', () => {
    const event = { id: 'e', stream: 'pact-x', revision: 2n, position, type: 'PactSigned' };
    const error = {
      message: 'cannot be folded',
      detail: 'Budi signed twice',
      since: '2026-01-02T00:00:00.000Z',
      event,
      key: null,
    };
    const answer = health({ ...live, state: 'stopped', caughtUp: false, error });
    expect(answer).toMatchObject({
      ready: false,
      reasons: ['ranking has stopped: cannot be folded'],
      warnings: [],
    });
    expect(JSON.stringify(answer)).not.toContain('Budi');
    expect(answer.views[1]?.error?.event).toEqual({
      stream: 'pact-x',
      revision: '2',
      type: 'PactSigned',
    });
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });

  it('not when a view waits, and says for what', () => {
    const waiting: ViewStatus = { ...live, state: 'waiting', caughtUp: false };
    expect(health(waiting).reasons).toEqual(['ranking is waiting: not started']);
  });
});

describe('The projector is ready but degraded', () => {
  it('while keys are parked: what is not parked is served, and an operator has to look', () => {
    expect(health({ ...live, parked: 1 })).toMatchObject({
      ready: true,
      degraded: true,
      reasons: [],
      warnings: ['ranking has 1 key parked'],
    });
    expect(
      healthOf([
        { ...other, parked: 2 },
        { ...live, parked: 3 },
      ]).warnings,
    ).toEqual(['audit-trail has 2 keys parked', 'ranking has 3 keys parked']);
  });

  it('and says both when keys are parked and the head is stale', () => {
    const answer = health({ ...live, parked: 1 }, { position, ageSeconds: 60 });
    expect(answer).toMatchObject({ ready: false, degraded: true });
    expect([answer.reasons, answer.warnings].map(({ length }) => length)).toEqual([1, 1]);
  });
});

describe('A build', () => {
  it('beside what is served leaves the projector ready, and is shown', () => {
    const answer = whileBuilding(building);
    expect(answer).toMatchObject({ ready: true, degraded: false });
    expect(answer.views.map(({ next }) => next)).toEqual([
      null,
      {
        ...{ version: 3, build: 2, purpose: 'rebuild', state: 'filling', events: 40 },
        ...{ totalEvents: 100, eventsPerSecond: 5, secondsLeft: 11.2, error: null },
      },
    ]);
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });

  it('that has failed is a warning with its event, and quotes nothing of it', () => {
    const event = { id: 'e', stream: 'pact-x', revision: 2n, position, type: 'PactSigned' };
    const error = {
      message: 'PactSigned (event 2 of pact-x) cannot be folded',
      detail: 'Budi signed twice',
      since: '2026-01-02T00:00:00.000Z',
      event,
      key: null,
    };
    const answer = whileBuilding({ ...building, state: 'failed', error });
    expect(answer).toMatchObject({
      ready: true,
      degraded: true,
      reasons: [],
      warnings: [
        'The build 2 of ranking (version 3, rebuild) has failed at event 2 of pact-x (PactSigned)',
      ],
    });
    expect(JSON.stringify(answer)).not.toContain('Budi');
    const refused = { ...error, message: 'cannot be stored', event: null };
    expect(whileBuilding({ ...building, state: 'failed', error: refused }).warnings).toEqual([
      'The build 2 of ranking (version 3, rebuild) has failed: cannot be stored',
    ]);
  });

  it('of the version of this program keeps it from being ready, and says how far it is', () => {
    const version = { version: 4, build: 2 };
    const next: BuildStatus = { ...building, ...version, purpose: 'new-version' };
    const status: ViewStatus = { ...live, ...version, state: 'catching-up', caughtUp: false };
    expect(whileBuilding(next, status)).toMatchObject({
      ready: false,
      reasons: ['ranking cannot be read in version 4 yet: filling, 40 of 100 events, 12 s left'],
    });
    const unknown: BuildStatus = {
      ...next,
      state: 'joining',
      totalEvents: null,
      secondsLeft: null,
    };
    expect(whileBuilding(unknown, { ...status, state: 'live', caughtUp: true }).reasons).toEqual([
      'ranking cannot be read in version 4 yet: joining, 40 events',
    ]);
    const stopped: ViewStatus = { ...status, state: 'stopped' };
    expect(whileBuilding({ ...next, state: 'failed' }, stopped)).toMatchObject({
      reasons: ['ranking has stopped: shutting down'],
      warnings: [],
    });
  });

  it('of a view that another process writes is told by that process', () => {
    const standby: ViewStatus = { ...live, state: 'standing-by', writer: 'projector-2' };
    const answer = whileBuilding({ ...building, version: 3, build: 1 }, standby);
    expect(answer).toMatchObject({ ready: true, views: [{ next: null }, { next: null }] });
  });
});
