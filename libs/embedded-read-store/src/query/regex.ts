import { BsonType } from '../bson/types';
import { regexOf, textOf } from '../bson/read';
import { type Value } from '../bson/value';
import { badValue, ServerError, unsupported } from '../errors';

/** Syntax that PCRE and JavaScript read differently, or that JavaScript lacks. */
const foreign = /\(\?(?![:=!])|\\[AZzGKRhHvVXQE]|[*+?}]\+|\[\[:|\(\*/;

/**
 * A regular expression in the part of PCRE that JavaScript reads alike. Only anchored ones (`^…`)
 * are answered: another would scan, and a view must not.
 * @throws ServerError 51091 for a malformed one, 238 for one outside that part, 2 for bad options.
 */
export function compileRegex(pattern: string, options: string): RegExp {
  if (!/^[imsu]*$/.test(options)) throw badValue(`invalid flag in regex options: ${options}`);
  if (!pattern.startsWith('^')) throw unsupported('a regular expression without ^ in front');
  if (foreign.test(pattern)) throw unsupported('this syntax in a regular expression');
  try {
    return new RegExp(pattern, [...new Set(`${options}u`)].join(''));
  } catch {
    throw new ServerError(51091, `Regular expression is invalid: ${pattern}`);
  }
}

/** The operand of `$regex`, or a regular expression value, with `$options` when they came. */
export function regexFrom(operand: Value, options: Value | undefined): RegExp {
  const flags = options === undefined ? undefined : textOf(options);
  if (operand.type === BsonType.string) return compileRegex(textOf(operand), flags ?? '');
  if (operand.type !== BsonType.regex) throw badValue('$regex has to be a string');
  const regex = regexOf(operand);
  return compileRegex(regex.pattern, flags ?? regex.options);
}

/** The literal text every match begins with, as far as it is plain; '' when there is none. */
export function literalPrefix(regex: RegExp): string {
  if (/[im]/.test(regex.flags) || regex.source.includes('|')) return '';
  const [, literal = '', next = ''] =
    /^\^([\p{L}\p{N} _:,;@#%&=<>"'~!-]*)(.?)/u.exec(regex.source) ?? [];
  return /[?*{]/.test(next) ? literal.replace(/.$/u, '') : literal;
}
