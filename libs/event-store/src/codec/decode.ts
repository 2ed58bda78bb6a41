import type { EventMetadata, JejakEvent, RecordedEvent } from '@jejak/domain';

import type { StoredEvent, StoredRecord, UnreadableEvent } from '../event-store';
import { readMetadata } from '../registry/metadata-shape';
import { type Registry, registry as jejakRegistry } from '../registry/registry';
import { problemOf } from '../registry/shape';
import { currentData } from '../registry/upcast';
import { UnreadableEventError } from '../store-errors';
import type { StrictJsonObject } from './strict-json';

export type Decoded =
  | { readonly kind: 'event'; readonly event: RecordedEvent<JejakEvent> }
  | { readonly kind: 'unreadable'; readonly unreadable: UnreadableEvent };

/** The event in its current version, or why there is none. Never throws. */
export function decodeEvent(stored: StoredEvent, registry: Registry = jejakRegistry): Decoded {
  const { id, stream, revision, position, type, data, metadata } = stored;
  const schema = registry.get(type);
  if (schema === undefined) return unreadable(stored, 'unknown type');
  if (!stored.isJson) return unreadable(stored, 'not stored as JSON');
  if (!isObject(data)) return unreadable(stored, 'data is not a JSON object');
  if (!isMetadata(metadata)) return unreadable(stored, metadataProblem(metadata));
  const version = metadata.schemaVersion;
  if (version < 1 || version > schema.currentVersion) {
    return unreadable(stored, unknownVersion(type, version, schema.currentVersion));
  }
  const current = currentData(schema, version, data);
  if (typeof current === 'string') return unreadable(stored, current);
  const event = { type, data: current } as unknown as JejakEvent;
  return { kind: 'event', event: { id, stream, revision, position, event, metadata } };
}

/** The event as it is stored, and whether this release can read it. */
export function storedRecord(stored: StoredEvent): StoredRecord {
  const decoded = decodeEvent(stored);
  return { ...stored, unreadable: decoded.kind === 'event' ? null : decoded.unreadable.reason };
}

/** Throws `UnreadableEventError` where there is none. */
export function recordedEvent(stored: StoredEvent): RecordedEvent<JejakEvent> {
  const decoded = decodeEvent(stored);
  if (decoded.kind === 'event') return decoded.event;
  const { stream, revision, reason } = decoded.unreadable;
  throw new UnreadableEventError(stream, revision, reason);
}

const isMetadata = (value: unknown): value is EventMetadata => readMetadata(value) === null;

function metadataProblem(value: unknown): string {
  if (!isObject(value)) return 'metadata is missing or not a JSON object';
  return problemOf(readMetadata, value, 'metadata') ?? 'metadata cannot be read';
}

const unknownVersion = (type: string, version: number, current: number): string =>
  `unknown version ${version} of ${type}; known: ${current === 1 ? '1' : `1 to ${current}`}`;

function unreadable(
  { id, stream, revision, position, type }: StoredEvent,
  reason: string,
): Decoded {
  return { kind: 'unreadable', unreadable: { id, stream, revision, position, type, reason } };
}

function isObject(value: unknown): value is StrictJsonObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Uint8Array)
  );
}
