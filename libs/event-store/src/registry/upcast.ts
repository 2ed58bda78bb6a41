import type { StrictJsonObject } from '../codec/strict-json';
import type { RegisteredEvent } from './registry';

/**
 * Data of `version` as data of the current version. The caller has checked that the version is
 * known. Throws what an upcaster throws when the data is not what that version promised.
 */
export function upcast(
  { currentVersion, upcasters }: RegisteredEvent,
  version: number,
  data: StrictJsonObject,
): StrictJsonObject {
  return upcasters
    .slice(version - 1, currentVersion - 1)
    .reduce((older, step) => step(older), data);
}
