import { MAX_APPEND_BYTES } from '../append/validate-append';
import { type BatchAppendRequest, type ProposedEvent } from '../wire/append-requests';
import { BadRequest } from '../wire/identifiers';
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

  it('loses no event of a client that says in every request where to', () => {
    const gathered = new GatheredAppends();
    gathered.add(request({ target }), NOW);
    gathered.add(request({ target }), NOW);
    expect(gathered.add(request({ target, isFinal: true }), NOW)?.events).toHaveLength(3);
  });

  it('takes no more than so much that is never finished, be it only many empty events', () => {
    const fill = (parts: (n: number) => Partial<BatchAppendRequest>, most: number): void => {
      const gathered = new GatheredAppends();
      for (let n = 0; n < most; n++) gathered.add(request(parts(n)), NOW);
    };
    const large = { target, events: [event(MAX_APPEND_BYTES - 4)] };
    expect(() => {
      fill((n) => ({ ...large, correlationId: String(n) }), 70);
    }).toThrow(BadRequest);
    const empty = { target, events: Array.from({ length: 1_000 }, () => event(0)) };
    expect(() => {
      fill((n) => ({ ...empty, correlationId: String(n % 10) }), 300);
    }).toThrow(BadRequest);
  });

  it('forgets what was finished or refused', () => {
    const gathered = new GatheredAppends();
    const large = { target, events: [event(MAX_APPEND_BYTES - 4)] };
    for (let n = 0; n < 200; n++) {
      gathered.add(request(large), NOW);
      const problem = n % 2 === 0 ? {} : { problem: 'no UUID' };
      gathered.add(request({ events: [], isFinal: true, ...problem }), NOW);
    }
    expect(gathered.add(request({ target, isFinal: true }), NOW)?.events).toHaveLength(1);
  });

  it('passes over an append that never said where to', () => {
    expect(new GatheredAppends().add(request({ isFinal: true }), NOW)).toBeUndefined();
  });
});
