import type { EventMetadata, JejakEvent, Position, RecordedEvent } from '@jejak/domain';

import type { UnreadableEvent } from '../event-store';
import { readMetadata } from '../registry/metadata-shape';
import {
  type RegisteredEvent,
  type Registry,
  registry as jejakRegistry,
} from '../registry/registry';
import { upcast } from '../registry/upcast';
import type { StrictJsonObject } from './strict-json';

/** An event as the store's client hands it over. */
export interface StoredEvent {
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: Position;
  readonly type: string;
  readonly isJson: boolean;
  /** The client leaves malformed JSON as text, and what is not JSON as bytes. */
  readonly data: unknown;
  readonly metadata: unknown;
}

export type Decoded =
  | { readonly kind: 'event'; readonly event: RecordedEvent<JejakEvent> }
  | { readonly kind: 'unreadable'; readonly unreadable: UnreadableEvent };

/** The event in its current version, or why there is none. Never throws. */
export function decodeEvent(stored: StoredEvent, registry: Registry = jejakRegistry): Decoded {
  const { id, stream, revision, position, type } = stored;
  const unreadable = (reason: string): Decoded => ({
    kind: 'unreadable',
    unreadable: { id, stream, revision, position, type, reason },
  });

  const schema = registry.get(type);
  if (schema === undefined) return unreadable('unknown type');
  if (!stored.isJson) return unreadable('not stored as JSON');
  if (!isObject(stored.data)) return unreadable('data is not a JSON object');
  if (!isObject(stored.metadata)) return unreadable('metadata is missing or not a JSON object');
  const metadataProblem = readMetadata(stored.metadata, 'metadata');
  if (metadataProblem !== null) return unreadable(metadataProblem);

  const metadata = stored.metadata as unknown as EventMetadata;
  const version = metadata.schemaVersion;
  if (version < 1 || version > schema.currentVersion) {
    return unreadable(`unknown version ${version} of ${type}`);
  }
  const current = currentData(schema, version, stored.data);
  if (typeof current === 'string') return unreadable(current);
  const event = { type, data: current } as unknown as JejakEvent;
  return { kind: 'event', event: { id, stream, revision, position, event, metadata } };
}

/** Data of the current version, or what is wrong with it. */
function currentData(
  schema: RegisteredEvent,
  version: number,
  data: StrictJsonObject,
): StrictJsonObject | string {
  try {
    const current = upcast(schema, version, data);
    return schema.check(current) ?? current;
  } catch (error) {
    return `version ${version} could not be brought up to date: ${String(error)}`;
  }
}

function isObject(value: unknown): value is StrictJsonObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Uint8Array)
  );
}
