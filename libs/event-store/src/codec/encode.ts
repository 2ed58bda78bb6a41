import { UnencodableEvent } from '../store-errors';
import type { NewEvent } from '../new-event';
import { writtenMetadata } from '../registry/metadata-shape';
import { type Registry, registry as jejakRegistry } from '../registry/registry';
import { problemOf } from '../registry/shape';
import { NotStrictJson, strictJsonObject, type StrictJsonObject } from './strict-json';

/** An event whose `JSON.stringify` is its RFC 8785 canonical form, data and metadata alike. */
export interface EncodedEvent {
  readonly id: string;
  readonly type: string;
  readonly data: StrictJsonObject;
  readonly metadata: StrictJsonObject;
}

/** Throws `UnencodableEvent` for whatever a reader could not take back exactly as it was given. */
export function encodeEvent(
  { id, event, metadata }: NewEvent,
  registry: Registry = jejakRegistry,
): EncodedEvent {
  const schema = registry.get(event.type);
  if (schema === undefined) throw new UnencodableEvent(event.type, 'the type is not registered');
  const problem =
    problemOf(schema.check, event.data, 'data') ??
    problemOf(writtenMetadata, metadata, 'metadata') ??
    wrongVersion(metadata.schemaVersion, schema.currentVersion);
  if (problem !== null) throw new UnencodableEvent(event.type, problem);
  try {
    return {
      id,
      type: event.type,
      data: strictJsonObject(event.data),
      metadata: strictJsonObject(metadata),
    };
  } catch (error) {
    if (error instanceof NotStrictJson) throw new UnencodableEvent(event.type, error.message);
    throw error;
  }
}

function wrongVersion(given: number, current: number): string | null {
  return given === current ? null : `version ${given} is written where ${current} is current`;
}
