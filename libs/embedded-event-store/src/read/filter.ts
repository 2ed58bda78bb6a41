import { type FilterRequest } from '../wire/read-requests';
import { compileSafeRegex } from './safe-regex';

/** Whether a reader of `$all` wants an event. */
export type Matches = (event: { readonly stream: string; readonly type: string }) => boolean;

/** Names longer than this are not tested against a regular expression: it keeps the worst case small. */
const LONGEST_TESTED_NAME = 1_024;

/** Throws `BadRequest` for a filter this node cannot run faithfully. */
export function compileFilter(filter: FilterRequest | undefined): Matches {
  if (filter === undefined) return () => true;
  const { on, regex, prefixes } = filter;
  if (regex !== undefined) {
    const expression = compileSafeRegex(regex);
    return (event) => event[on].length <= LONGEST_TESTED_NAME && expression.test(event[on]);
  }
  return (event) => prefixes.some((prefix) => event[on].startsWith(prefix));
}
