import { RegexRefused } from '@jejak/embedded-node';
import { compileFilterRegex } from '../regex/dotnet';
import { streamOf, streamStartsWith, typeOf, typeStartsWith } from '../storage/event-record';
import { BadRequest } from '../wire/identifiers';
import { type FilterRequest } from '../wire/read-requests';

/** Whether a reader of `$all` wants an event, told from its record. */
export type Matches = (record: Buffer) => boolean;

/** Texts whose verdict is remembered: types are few, streams that are written together are near. */
const REMEMBERED = 1_000;
const LONGEST_REMEMBERED = 1_024;

/** Throws `BadRequest` for a filter this node cannot run as the real server would. */
export function compileFilter(filter: FilterRequest | undefined): Matches {
  if (filter === undefined) return () => true;
  const { on, regex, prefixes } = filter;
  if (regex === undefined) return compilePrefixes(on, prefixes);
  const test = remembering(compileRegex(regex));
  const textOf = on === 'type' ? typeOf : streamOf;
  return (record) => test(textOf(record));
}

/** Compares bytes: equal beginnings in UTF-8 are equal beginnings of the text. */
function compilePrefixes(on: FilterRequest['on'], prefixes: readonly string[]): Matches {
  const startsWith = on === 'type' ? typeStartsWith : streamStartsWith;
  const bytes = prefixes.map((prefix) => Buffer.from(prefix));
  return (record) => bytes.some((prefix) => startsWith(record, prefix));
}

function remembering(test: (text: string) => boolean): (text: string) => boolean {
  const verdicts = new Map<string, boolean>();
  return (text) => {
    const known = verdicts.get(text);
    if (known !== undefined) return known;
    if (verdicts.size === REMEMBERED) verdicts.clear();
    const verdict = test(text);
    if (text.length <= LONGEST_REMEMBERED) verdicts.set(text, verdict);
    return verdict;
  };
}

function compileRegex(regex: string): (text: string) => boolean {
  try {
    return compileFilterRegex(regex);
  } catch (error) {
    if (!(error instanceof RegexRefused)) throw error;
    throw new BadRequest(`the filter's expression "${regex.slice(0, 100)}" ${error.message}`);
  }
}
