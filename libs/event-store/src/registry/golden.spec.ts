import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { JejakEvent } from '@jejak/domain';

import { decodeEvent } from '../codec/decode';
import { encodeEvent } from '../codec/encode';
import { sampleMetadata } from '../testing/sample-metadata';
import { registry } from './registry';

interface Golden {
  readonly type: string;
  readonly version: number;
  readonly data: object;
  /** Over the bytes that are stored; the file itself may be laid out for reading. */
  readonly canonicalSha256: string;
  readonly canonicalBytes: number;
}

const folder = join(__dirname, 'golden');
const goldens = readdirSync(folder).map(
  (file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Golden,
);
const types = [...registry.keys()];

describe('golden events', () => {
  it.each(types)('%s has a golden file for every version it ever had', (type) => {
    const versions = goldens.filter((golden) => golden.type === type).map(({ version }) => version);
    const current = registry.get(type)!.currentVersion;
    expect(versions.sort()).toEqual(Array.from({ length: current }, (_, index) => index + 1));
    expect(registry.get(type)!.upcasters).toHaveLength(current - 1);
  });

  it.each(goldens)('$type version $version is still read', (golden) => {
    const decoded = decodeEvent({
      id: '00000000-0000-4000-8000-000000000000',
      stream: 'any-1',
      revision: 0n,
      position: { commit: 0n, prepare: 0n },
      type: golden.type,
      isJson: true,
      data: golden.data,
      metadata: { ...sampleMetadata, schemaVersion: golden.version },
    });
    expect(decoded.kind).toBe('event');
  });

  const current = goldens.filter(
    ({ type, version }) => registry.get(type)?.currentVersion === version,
  );
  it.each(current)('$type version $version is stored as the same bytes for ever', (golden) => {
    const event = { type: golden.type, data: golden.data } as JejakEvent;
    const encoded = encodeEvent({
      id: '00000000-0000-4000-8000-000000000000',
      event,
      metadata: { ...sampleMetadata, schemaVersion: golden.version },
    });
    const bytes = Buffer.from(JSON.stringify(encoded.data), 'utf8');
    expect(bytes).toHaveLength(golden.canonicalBytes);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(golden.canonicalSha256);
  });
});
