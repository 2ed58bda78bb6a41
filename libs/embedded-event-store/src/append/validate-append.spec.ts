import { type ProposedEvent } from '../wire/append-requests';
import { MAX_APPEND_BYTES, validateAppend } from './validate-append';

const event: ProposedEvent = {
  id: '0d4e2a0e-5b5e-4c5a-9a3b-0a1b2c3d4e5f',
  type: 'ab',
  contentType: 'application/json',
  data: Buffer.alloc(10),
  metadata: Buffer.alloc(0),
};
const target = { stream: 'pact-1', expected: 'any' } as const;

describe('validateAppend', () => {
  it('sums data, metadata and two bytes per character of the type, over all events', () => {
    const exact = { ...event, data: Buffer.alloc(MAX_APPEND_BYTES - 4 - 14) };
    expect(validateAppend(target, [exact, event])).toBeUndefined();
    const over = { ...event, metadata: Buffer.alloc(1) };
    expect(validateAppend(target, [exact, over])).toEqual({
      kind: 'too-large',
      limit: MAX_APPEND_BYTES,
    });
  });

  it.each(['', '$all', '$$'])('refuses the stream name "%s"', (stream) => {
    expect(validateAppend({ ...target, stream }, [event])?.kind).toBe('bad-request');
  });

  it.each(['', '00000000-0000-0000-0000-000000000000'])('refuses the event id "%s"', (id) => {
    expect(validateAppend(target, [{ ...event, id }])?.kind).toBe('bad-request');
  });

  it('asks for a type and a content type', () => {
    expect(validateAppend(target, [{ ...event, type: '' }])?.kind).toBe('missing-metadata');
    expect(validateAppend(target, [{ ...event, contentType: '' }])?.kind).toBe('missing-metadata');
  });
});
