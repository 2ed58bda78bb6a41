import type { HeadStatus, ViewStatus } from '@jejak/projection';

import { projectorHealth } from './health';

const position = { commit: 9n, prepare: 8n };
const live: ViewStatus = {
  name: 'ranking',
  version: 3,
  state: 'live',
  position,
  events: 5,
  caughtUp: true,
  lagSeconds: 0,
  error: null,
};
const fresh: HeadStatus = { position, ageSeconds: 1 };

const health = (status: ViewStatus, head: HeadStatus = fresh) =>
  projectorHealth({ status: () => [live, status], head: () => head });

describe('The projector is ready', () => {
  it('when every view is level with a fresh head, and says so in plain JSON', () => {
    const answer = health(live);
    expect(answer).toMatchObject({ ready: true, reasons: [], head: { position: '9/8' } });
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });

  it('while a view catches up within the allowed time', () => {
    const close: ViewStatus = { ...live, state: 'catching-up', caughtUp: false, lagSeconds: 12 };
    expect(health(close).ready).toBe(true);
    expect(health({ ...close, lagSeconds: 31 }).reasons).toEqual(['ranking is behind by 31 s']);
    expect(health({ ...close, lagSeconds: null }).ready).toBe(false);
  });

  it('not when the head is stale, however small the lag', () => {
    expect(health(live, { position, ageSeconds: 16 }).ready).toBe(false);
    expect(health(live, { position: null, ageSeconds: null }).ready).toBe(false);
  });

  it('not when a view has stopped, and names the event', () => {
    const event = { stream: 'pact-x', revision: 2n, position, type: 'PactSigned' };
    const error = { message: 'cannot be folded', since: '2026-01-02T00:00:00.000Z', event };
    const answer = health({ ...live, state: 'stopped', caughtUp: false, error });
    expect(answer.ready).toBe(false);
    expect(answer.views[1]?.error?.event).toEqual({
      stream: 'pact-x',
      revision: '2',
      type: 'PactSigned',
    });
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });
});
