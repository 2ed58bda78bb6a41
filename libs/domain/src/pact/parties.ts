import { sameName } from '../values/name';
import type { PactParty } from './events';

/**
 * Whether two parties may be one person: the same office, or the same name where both are named.
 * Wide on purpose, so that nobody witnesses their own pact (Jejak's own reading of the witness by a
 * superior in PermenPAN-RB 49/2011, as reported by keuangannegara.id).
 */
export const mayBeSamePerson = (a: PactParty, b: PactParty): boolean =>
  sameName(a.position, b.position) ||
  (a.name !== null && b.name !== null && sameName(a.name, b.name));

/** Whether two entries are the same party: office and name, an unknown name only being itself. */
export function isSameParty(a: PactParty, b: PactParty): boolean {
  if (!sameName(a.position, b.position)) return false;
  return a.name === null || b.name === null ? a.name === b.name : sameName(a.name, b.name);
}

/** A party as a reason names it. */
export const describeParty = ({ name, position }: PactParty): string =>
  name === null ? position : `${name} (${position})`;
