import { createHash } from 'node:crypto';

import { canonicalText } from '../codec/canonical-text';
import { decodeEvent } from '../codec/decode';
import type { Registry } from '../registry/registry';
import { sampleMetadata } from './sample-metadata';

/** An event as some release once wrote it. */
export interface Golden {
  readonly type: string;
  readonly version: number;
  readonly data: object;
  /** Over the bytes that are stored; the file itself may be laid out for reading. */
  readonly canonicalSha256: string;
  readonly canonicalBytes: number;
  /** What it is read as today; for versions that are no longer written. */
  readonly newest?: { readonly version: number; readonly data: object };
}

/** Everything that keeps golden events and registry from vouching for each other; nothing when they do. */
export function goldenFaults(registry: Registry, goldens: readonly Golden[]): string[] {
  const names = goldens.map(nameOf);
  const registered = [...registry].flatMap(([type, { currentVersion }]) =>
    Array.from({ length: currentVersion }, (_, index) => nameOf({ type, version: index + 1 })),
  );
  return [
    ...registered
      .filter((name) => !names.includes(name))
      .map((name) => `${name} has no golden file`),
    ...names
      .filter((name) => !registered.includes(name))
      .map((name) => `${name} is not registered`),
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((name) => `${name} has two golden files`),
    ...goldens
      .filter((golden) => registered.includes(nameOf(golden)))
      .flatMap((golden) =>
        [...faultsOfBytes(golden), ...faultsOfReading(registry, golden)].map(
          (fault) => `${nameOf(golden)} ${fault}`,
        ),
      ),
  ];
}

function faultsOfBytes({ data, canonicalSha256, canonicalBytes }: Golden): string[] {
  const bytes = Buffer.from(canonicalText(data), 'utf8');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return sha256 === canonicalSha256 && bytes.length === canonicalBytes
    ? []
    : [`is not what was written: ${bytes.length} bytes with SHA-256 ${sha256}`];
}

function faultsOfReading(registry: Registry, golden: Golden): string[] {
  const { type, version, data, newest } = golden;
  const decoded = decodeEvent(
    {
      id: '00000000-0000-4000-8000-000000000000',
      stream: 'any-1',
      revision: 0n,
      position: { commit: 0n, prepare: 0n },
      type,
      isJson: true,
      data: deeplyFrozen(data),
      metadata: { ...sampleMetadata, schemaVersion: version },
    },
    registry,
  );
  if (decoded.kind === 'unreadable') return [`cannot be read: ${decoded.unreadable.reason}`];
  const currentVersion = registry.get(type)?.currentVersion;
  if (version === currentVersion) {
    return newest === undefined ? [] : ['is the newest version and becomes nothing else'];
  }
  const current = canonicalText(decoded.event.event.data);
  const expected = newest && canonicalText(newest.data);
  return newest?.version === currentVersion && expected === current
    ? []
    : [`is read in version ${currentVersion} as ${current}, not as its file says`];
}

const nameOf = ({ type, version }: Pick<Golden, 'type' | 'version'>): string =>
  `${type} version ${version}`;

/** So that an upcaster that changes what it is given fails. */
function deeplyFrozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(deeplyFrozen);
  return Object.freeze(value);
}
