import { MAX_APPEND_BYTES } from '../append/validate-append';
import { type BatchAppendRequest, type ProposedEvent } from '../wire/append-requests';
import { GatheredAppends } from './gathered-appends';

const NOW = 1_000;

function event(bytes = 10): ProposedEvent {
  return {
    id: '0d4e2a0e-5b5e-4c5a-9a3b-0a1b2c3d4e5f',
    type: 'ab',
    contentType: 'application/json',
    data: Buffer.alloc(bytes),
    metadata: Buffer.alloc(0),
  };
}

function request(parts: Partial<BatchAppendRequest> = {}): BatchAppendRequest {
  return { correlationId: 'a', events: [event()], isFinal: false, ...parts };
}

const target = { stream: 'pact-1', expected: 'any' } as const;

describe('GatheredAppends', () => {
  it('hands an append on when its last request has come', () => {
    const gathered = new GatheredAppends();
    expect(gathered.add(request({ target }), NOW)).toBeUndefined();
    expect(gathered.add(request({ correlationId: 'b', target, isFinal: true }), NOW)).toMatchObject(
      { correlationId: 'b', target },
    );
    expect(gathered.add(request({ isFinal: true }), NOW)?.events).toHaveLength(2);
  });

  it.each<[string, Partial<BatchAppendRequest>, string]>([
    ['its deadline has passed', { target: { ...target, deadline: NOW } }, 'timeout'],
    ['it is over the limit', { target, events: [event(MAX_APPEND_BYTES)] }, 'too-large'],
    ['an event cannot be read', { target, problem: 'no UUID' }, 'bad-request'],
  ])('refuses an append at once when %s, and only once', (_title, first, kind) => {
    const gathered = new GatheredAppends();
    expect(gathered.add(request(first), NOW)?.failure?.kind).toBe(kind);
    expect(gathered.add(request({ isFinal: true }), NOW)).toBeUndefined();
  });

  it('tells of a deadline before it tells of the size', () => {
    const late = { ...target, deadline: NOW - 1 };
    const tooLarge = request({ target: late, events: [event(MAX_APPEND_BYTES)] });
    expect(new GatheredAppends().add(tooLarge, NOW)?.failure).toEqual({ kind: 'timeout' });
  });

  it('passes over an append that never said where to', () => {
    expect(new GatheredAppends().add(request({ isFinal: true }), NOW)).toBeUndefined();
  });
});
