import type { StoredRecord } from '@jejak/event-store';

import { mostShown, storedReply } from './stored-reply';

const record: StoredRecord = {
  id: 'e',
  stream: 'pact-x',
  revision: 2n ** 60n,
  position: { commit: 2n ** 60n, prepare: 1n },
  type: 'MoonLanded',
  isJson: true,
  data: { of: 'another program' },
  metadata: { schemaVersion: 7 },
  unreadable: 'unknown type',
};

const dataOf = (data: unknown) => storedReply({ ...record, data }).data;

describe('an event as it is stored', () => {
  it('says everything the store says of it, and why it cannot be read', () => {
    expect(storedReply(record)).toEqual({
      id: 'e',
      stream: 'pact-x',
      revision: '1152921504606846976',
      position: '1152921504606846976/1',
      type: 'MoonLanded',
      schemaVersion: 7,
      contentType: 'application/json',
      data: { encoding: 'json', content: '{"of":"another program"}', bytes: 24, cut: false },
      metadata: { encoding: 'json', content: '{"schemaVersion":7}', bytes: 19, cut: false },
      unreadable: 'unknown type',
    });
  });

  it('may be malformed JSON, bytes, or without metadata', () => {
    expect(dataOf('{"a":')).toMatchObject({ encoding: 'text', content: '{"a":' });
    expect(dataOf(new Uint8Array([0, 255, 10]))).toMatchObject({
      ...{ encoding: 'base64', content: 'AP8K', bytes: 3, cut: false },
    });
    const bare = storedReply({ ...record, isJson: false, metadata: undefined });
    expect(bare).toMatchObject({
      ...{ contentType: 'application/octet-stream', metadata: null, schemaVersion: null },
    });
  });

  it.each([
    ['text', 'a'.repeat(mostShown - 1) + '😀é'],
    ['json', { a: 'é'.repeat(mostShown) }],
    ['base64', new Uint8Array(mostShown)],
  ])('is shown from its beginning where it is too large: %s', (encoding, data) => {
    const { content, bytes, cut, ...rest } = dataOf(data);
    expect(rest).toEqual({ encoding });
    expect(cut).toBe(true);
    expect(bytes).toBeGreaterThanOrEqual(mostShown);
    expect(content.length).toBeLessThanOrEqual(mostShown);
    expect(content.length).toBeGreaterThan(mostShown - 5);
    expect(content).toBe(Buffer.from(content, 'utf8').toString('utf8'));
  });

  it.each([null, 5, 'x', [], { schemaVersion: '7' }, new Uint8Array(1)])(
    'has no version where its metadata name none: %p',
    (metadata) => {
      expect(storedReply({ ...record, metadata }).schemaVersion).toBeNull();
    },
  );
});
