import type { StrictJsonObject } from '../codec/strict-json';
import type { RegisteredEvent } from './registry';
import { problemOf } from './shape';

/**
 * Data stored in `version`, which is a known one, as data of the current version; text says what is
 * wrong with it. Every version's data is checked against that version's own shape, before the first
 * step and after each, so that no upcaster meets what it was not written for.
 */
export function currentData(
  { check, older }: RegisteredEvent,
  version: number,
  stored: StrictJsonObject,
): StrictJsonObject | string {
  let data = stored;
  let at = version;
  for (const step of older.slice(version - 1)) {
    const problem = problemOf(step.check, data, nameIn(at, version));
    if (problem !== null) return problem;
    try {
      data = step.upcast(data);
    } catch (error) {
      // Not what it says: that may quote the event, and the reason is told to whoever asks.
      const name = error instanceof Error ? error.name : 'no error';
      return `version ${at} could not be brought up to date: ${name}`;
    }
    at += 1;
  }
  const problem = check(data);
  return problem === null ? data : `${nameIn(at, version)}${problem}`;
}

const nameIn = (version: number, stored: number): string =>
  version === stored ? 'data' : `data, brought up to version ${version}: `;
