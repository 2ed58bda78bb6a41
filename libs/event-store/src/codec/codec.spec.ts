import type { JejakEvent } from '@jejak/domain';

import type { StoredEvent } from '../event-store';
import { UnencodableEvent } from '../store-errors';
import { sampleMetadata } from '../testing/sample-metadata';
import { decodeEvent } from './decode';
import { encodeEvent } from './encode';

const id = '11111111-1111-4111-8111-111111111111';
const verified: JejakEvent = {
  type: 'MilestoneVerified',
  data: { plan: 'p', region: '36', item: 'i', milestone: 'm', verifiedBy: 'u', note: null },
};
const encode = (data: object, metadata: object = {}): unknown =>
  encodeEvent({
    id,
    event: { type: 'MilestoneVerified', data } as JejakEvent,
    metadata: { ...sampleMetadata, ...metadata },
  });

const stored = (given: Partial<StoredEvent> = {}): StoredEvent => ({
  id,
  stream: 'plan-p',
  revision: 3n,
  position: { commit: 9n, prepare: 9n },
  type: 'MilestoneVerified',
  isJson: true,
  data: verified.data,
  metadata: sampleMetadata,
  ...given,
});
const reasonOf = (given: Partial<StoredEvent>): string => {
  const decoded = decodeEvent(stored(given));
  return decoded.kind === 'unreadable' ? decoded.unreadable.reason : 'readable';
};

describe('encoding', () => {
  it('gives decoding back what it was given', () => {
    const encoded = encodeEvent({ id, event: verified, metadata: sampleMetadata });
    const { data, metadata } = JSON.parse(JSON.stringify(encoded)) as StoredEvent;
    expect(decodeEvent(stored({ data, metadata }))).toEqual({
      kind: 'event',
      event: {
        id,
        stream: 'plan-p',
        revision: 3n,
        position: { commit: 9n, prepare: 9n },
        event: verified,
        metadata: sampleMetadata,
      },
    });
  });

  it.each<[string, object, object, string]>([
    ['a missing key', { ...verified.data, note: undefined }, {}, 'data.note is missing'],
    ['an unknown key', { ...verified.data, extra: 1 }, {}, 'data.extra is not a known key'],
    ['a wrong type', { ...verified.data, verifiedBy: 7 }, {}, 'data.verifiedBy is not text'],
    ['a lone surrogate', { ...verified.data, verifiedBy: '\ud800' }, {}, 'lone surrogate'],
    ['metadata it does not know', verified.data, { extra: 1 }, 'metadata.extra is not a known key'],
    ['a command id that is no UUID', verified.data, { commandId: 'x' }, 'metadata.commandId'],
    ['another version', verified.data, { schemaVersion: 2 }, 'version 2 is written where 1'],
    ['absent metadata said aloud', verified.data, { traceparent: undefined }, 'is undefined'],
  ])('refuses %s before anything is sent', (_, data, metadata, message) => {
    expect(() => encode(data, metadata)).toThrow(UnencodableEvent);
    expect(() => encode(data, metadata)).toThrow(message);
  });

  it('refuses a type that is not registered', () => {
    const event = { type: 'Invented', data: {} } as unknown as JejakEvent;
    expect(() => encodeEvent({ id, event, metadata: sampleMetadata })).toThrow('not registered');
  });
});

describe('decoding names the reason it cannot read', () => {
  it.each<[string, Partial<StoredEvent>, string]>([
    ['an unknown type', { type: 'Invented' }, 'unknown type'],
    ['bytes', { isJson: false, data: new Uint8Array(2) }, 'not stored as JSON'],
    ['malformed JSON, which the client leaves as text', { data: '{"a":' }, 'not a JSON object'],
    ['missing metadata', { metadata: undefined }, 'metadata is missing'],
    ['metadata that is no JSON', { metadata: new Uint8Array(2) }, 'metadata is missing or not'],
    ['incomplete metadata', { metadata: { actor: null } }, 'metadata.$correlationId is missing'],
    ['a later version', { metadata: { ...sampleMetadata, schemaVersion: 2 } }, 'unknown version 2'],
    ['version nought', { metadata: { ...sampleMetadata, schemaVersion: 0 } }, 'unknown version 0'],
    ['a wrong shape', { data: { plan: 'p' } }, 'data.region is missing'],
    [
      'a number that lost its precision on the way',
      {
        type: 'FrameworkPublished',
        data: JSON.parse('{"instrument":"MCP","year":9007199254740993}'),
      },
      'data.year is not an integer within 2^53',
    ],
  ])('%s', (_, given, reason) => {
    expect(reasonOf(given)).toContain(reason);
  });

  it('passes over metadata a later release added', () => {
    expect(reasonOf({ metadata: { ...sampleMetadata, tenant: 'x' } })).toBe('readable');
  });
});
