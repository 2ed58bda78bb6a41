import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { JejakEvent } from '@jejak/domain';

import { canonicalText } from '../codec/canonical-text';
import { encodeEvent } from '../codec/encode';
import { type Golden, goldenFaults } from '../testing/golden-faults';
import { sampleMetadata } from '../testing/sample-metadata';
import { threeVersions } from '../testing/three-versions';
import { nextVersion, firstVersion } from './event-schema';
import { record } from './record';
import { registry, registryOf } from './registry';
import { text } from './shape';

const folder = join(__dirname, 'golden');
const goldens = readdirSync(folder).map((file) => {
  const golden = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Golden;
  return { file, ...golden };
});

describe('golden events', () => {
  it('stand for every version of every event ever written, and are still read as they were', () => {
    expect(goldenFaults(registry, goldens)).toEqual([]);
  });

  it.each(goldens)('$file is named after what it holds', ({ file, type, version }) => {
    expect(file).toBe(`${type}.v${version}.json`);
  });

  const current = goldens.filter(
    ({ type, version }) => registry.get(type)?.currentVersion === version,
  );
  it.each(current)('$type version $version is written as the same bytes for ever', (golden) => {
    const event = { type: golden.type, data: golden.data } as JejakEvent;
    const { data } = encodeEvent({
      id: '00000000-0000-4000-8000-000000000000',
      event,
      metadata: { ...sampleMetadata, schemaVersion: golden.version },
    });
    expect(JSON.stringify(data)).toBe(canonicalText(golden.data));
  });
});

describe('a golden event that no longer vouches for anything is found out', () => {
  const golden = (version: number, data: object, newest?: object): Golden => {
    const bytes = Buffer.from(canonicalText(data), 'utf8');
    return {
      type: 'Renamed',
      version,
      data,
      canonicalSha256: createHash('sha256').update(bytes).digest('hex'),
      canonicalBytes: bytes.length,
      ...(newest === undefined ? {} : { newest: { version: 3, data: newest } }),
    };
  };
  const first = golden(1, { title: 'x' }, { name: 'x, renamed', region: '36', rank: null });
  const second = golden(2, { name: 'x' }, { name: 'x', region: '36', rank: null });
  const third = golden(3, { name: 'x', region: '36', rank: 1 });
  const faults = (...files: Golden[]): string[] => goldenFaults(threeVersions, files);

  it('when all is well, nothing is', () => {
    expect(faults(first, second, third)).toEqual([]);
  });

  it.each<[string, Golden[], string]>([
    ['a version without a file', [first, third], 'Renamed version 2 has no golden file'],
    [
      'a file without a version',
      [first, second, third, golden(4, {})],
      'Renamed version 4 is not registered',
    ],
    [
      'a file without a type',
      [first, second, third, { ...third, type: 'Gone' }],
      'Gone version 3 is not registered',
    ],
    ['a version with two files', [first, first, second, third], 'has two golden files'],
    [
      'data that was edited',
      [{ ...first, data: { title: 'y' } }, second, third],
      'Renamed version 1 is not what was written',
    ],
    [
      'data that was edited together with its hash',
      [golden(1, { title: 'y' }, first.newest!.data), second, third],
      'is read in version 3 as {"name":"y, renamed","rank":null,"region":"36"}, not as',
    ],
    ['data of another shape', [golden(1, { name: 'x' }), second, third], 'data.title is missing'],
    [
      'an older version that does not say what it is read as',
      [golden(1, { title: 'x' }), second, third],
      'Renamed version 1 is read in version 3 as {',
    ],
    [
      'an older version that says what it used to be read as',
      [first, { ...second, newest: { version: 2, data: { name: 'x' } } }, third],
      'Renamed version 2 is read in version 3 as {',
    ],
    [
      'a newest version that is to become something',
      [first, second, golden(3, third.data, third.data)],
      'Renamed version 3 is the newest version and becomes nothing else',
    ],
  ])('%s', (_, files, fault) => {
    const found = faults(...files);
    expect(found.filter((line) => line.includes(fault))).toHaveLength(1);
  });

  it('an upcaster that changes what it is given', () => {
    interface Named {
      name: string;
    }
    const named = record<Named>({ name: text });
    const impure = nextVersion(firstVersion(named), named, (data) =>
      Object.assign(data, { name: 'y' }),
    );
    const files = [golden(1, { name: 'x' }), golden(2, { name: 'y' })];
    expect(goldenFaults(registryOf({ Renamed: impure }), files)[0]).toContain('TypeError');
  });
});
