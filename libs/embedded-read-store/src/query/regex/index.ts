import { compileMatcher, parseRegex, RegexRefused, type Expression } from '@jejak/embedded-node';
import { regexOf, textOf } from '../../bson/read';
import { BsonType } from '../../bson/types';
import { type Value } from '../../bson/value';
import { badValue, ServerError, unsupported } from '../../errors';
import { nativeSource } from './native';
import { type Flags, pcre } from './pcre';

export interface Regex {
  test(text: string): boolean;
  /** The text every match begins with, as far as it is plain; '' when there is none. */
  readonly prefix: string;
}

function prefixOf(expression: Expression, { ignoreCase }: Flags): string {
  const parts = expression.kind === 'sequence' ? expression.parts : [];
  const [first, ...rest] = parts;
  if (ignoreCase || first?.kind !== 'anchor' || first.at !== 'start') return '';
  let prefix = '';
  for (const part of rest) {
    if (part.kind !== 'character' || part.literal === undefined) break;
    prefix += part.literal;
  }
  return prefix;
}

/**
 * A regular expression in the part of PCRE that can be answered in time proportional to the text.
 * @throws ServerError 51091 for a malformed one, 238 for one outside that part, 51108 for bad options.
 */
export function compileRegex(pattern: string, options: string): Regex {
  const foreign = /[^imsux]/.exec(options);
  if (foreign !== null)
    throw new ServerError(51108, `invalid flag in regex options: ${foreign[0]}`);
  const inline = /^\(\?([imsx]+)\)/.exec(pattern);
  const given = `${options}${inline?.[1] ?? ''}`;
  const flags: Flags = {
    ignoreCase: given.includes('i'),
    multiline: given.includes('m'),
    dotAll: given.includes('s'),
    extended: given.includes('x'),
  };
  try {
    return compiled(pattern.slice(inline?.[0].length ?? 0), flags);
  } catch (error) {
    if (!(error instanceof RegexRefused)) throw error;
    if (error.fault === 'unsupported') throw unsupported(`a pattern that ${error.message}`);
    throw new ServerError(51091, `Regular expression is invalid: it ${error.message}: ${pattern}`);
  }
}

/** @throws RegexRefused */
function compiled(pattern: string, flags: Flags): Regex {
  const expression = parseRegex(pattern, pcre(flags));
  const prefix = prefixOf(expression, flags);
  const source = nativeSource(expression);
  if (source === undefined) return { prefix, test: compileMatcher(expression) };
  const native = new RegExp(source, flags.ignoreCase ? 'iu' : 'u');
  return { prefix, test: (text) => native.test(text) };
}

/** The operand of `$regex`, or a regular expression value, with `$options` when they came. */
export function regexFrom(operand: Value, options: Value | undefined): Regex {
  if (options !== undefined && options.type !== BsonType.string) {
    throw badValue('$options has to be a string');
  }
  const flags = options === undefined ? undefined : textOf(options);
  if (operand.type === BsonType.string) return compileRegex(textOf(operand), flags ?? '');
  if (operand.type !== BsonType.regex) throw badValue('$regex has to be a string');
  const regex = regexOf(operand);
  if (flags !== undefined && regex.options !== '') {
    throw new ServerError(51074, 'options set in both $regex and $options');
  }
  return compileRegex(regex.pattern, flags ?? regex.options);
}
