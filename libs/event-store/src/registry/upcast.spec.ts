import { decodeEvent } from '../codec/decode';
import { sampleMetadata } from '../testing/sample-metadata';
import { threeVersions } from '../testing/three-versions';

const decode = (schemaVersion: unknown, data: object) =>
  decodeEvent(
    {
      id: '11111111-1111-4111-8111-111111111111',
      stream: 'any-1',
      revision: 0n,
      position: { commit: 0n, prepare: 0n },
      type: 'Renamed',
      isJson: true,
      data,
      metadata: { ...sampleMetadata, schemaVersion },
    },
    threeVersions,
  );
const dataOf = (schemaVersion: unknown, data: object): unknown => {
  const decoded = decode(schemaVersion, data);
  return decoded.kind === 'event' ? decoded.event.event.data : decoded.unreadable.reason;
};

describe('an event of an older version', () => {
  it.each([
    [1, { title: 'x' }, { name: 'x, renamed', region: '36', rank: null }],
    [2, { name: 'x' }, { name: 'x', region: '36', rank: null }],
    [3, { name: 'x', region: '37', rank: 1 }, { name: 'x', region: '37', rank: 1 }],
  ])(
    'stored in version %i is brought up to date one version at a time',
    (version, data, current) => {
      expect(dataOf(version, data)).toEqual(current);
    },
  );

  it('is checked against the shape of the version it was stored in', () => {
    expect(dataOf(1, { name: 'x' })).toBe('data.title is missing');
    expect(dataOf(2, { name: 'x', region: '36', rank: null })).toBe(
      'data.region is not a known key',
    );
    expect(dataOf(3, { name: 'x' })).toBe('data.region is missing');
  });

  it('is not changed by being read', () => {
    const data = Object.freeze({ title: 'x' });
    expect(decode(1, data).kind).toBe('event');
    expect(data).toEqual({ title: 'x' });
  });

  it('keeps the version it was stored in in its metadata', () => {
    expect(decode(1, { title: 'x' })).toMatchObject({ event: { metadata: { schemaVersion: 1 } } });
  });

  it('is unreadable when a step fails, with a reason that quotes nothing of it', () => {
    expect(dataOf(1, { title: 'nowhere' })).toBe(
      'version 2 could not be brought up to date: Error',
    );
  });

  it('is unreadable when a step does not make what the next version promises', () => {
    expect(dataOf(2, { name: 'wrong' })).toBe('data, brought up to version 3: .region is not text');
  });
});

describe('a version nobody knows', () => {
  it.each([4, 0, -1])('%i is unreadable and names those known', (version) => {
    expect(dataOf(version, { name: 'x' })).toBe(
      `unknown version ${version} of Renamed; known: 1 to 3`,
    );
  });

  it.each(['2', 1.5, null, undefined, {}])('%j is unreadable', (version) => {
    expect(dataOf(version, { name: 'x' })).toContain('metadata.schemaVersion is ');
  });
});
