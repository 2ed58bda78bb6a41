import { compileMatcher } from '../regex/matcher';
import { UnsupportedRegex } from '../regex/expression';
import { BadRequest } from '../wire/identifiers';
import { type FilterRequest } from '../wire/read-requests';

/** Whether a reader of `$all` wants an event. */
export type Matches = (event: { readonly stream: string; readonly type: string }) => boolean;

/** Throws `BadRequest` for a filter this node cannot run as the real server would. */
export function compileFilter(filter: FilterRequest | undefined): Matches {
  if (filter === undefined) return () => true;
  const { on, regex, prefixes } = filter;
  if (regex === undefined)
    return (event) => prefixes.some((prefix) => event[on].startsWith(prefix));
  const test = compileRegex(regex);
  return (event) => test(event[on]);
}

function compileRegex(regex: string): (text: string) => boolean {
  try {
    return compileMatcher(regex);
  } catch (error) {
    if (!(error instanceof UnsupportedRegex)) throw error;
    throw new BadRequest(`the filter's expression "${regex.slice(0, 100)}" ${error.message}`);
  }
}
