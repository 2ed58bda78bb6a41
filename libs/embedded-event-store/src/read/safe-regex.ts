import { BadRequest } from '../wire/identifiers';

/** Four unbounded repetitions in a row over a short name are still quick; more may not be. */
const MAX_UNBOUNDED = 4;
const MAX_LENGTH = 1_024;
const MAX_BOUND = 1_000;

/** .NET's shorthand classes know Unicode, JavaScript's do not. */
const CLASSES: Readonly<Record<string, string>> = {
  d: '\\p{Nd}',
  D: '\\P{Nd}',
  w: '\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}',
  s: '\\s',
  S: '\\S',
};
const CONTROLS = 'tnrfv';
const NEEDS_ESCAPE = '^$\\.*+?()[]{}|/-';

const TOKEN =
  /\\(?<escape>[\s\S])|(?<open>\((?:\?:|\?)?)|(?<close>\))|(?<set>\[\^?\]?)|(?<quantifier>[*+?]|\{\d+(?:,\d*)?\})|(?<literal>[\s\S])/guy;

interface Group {
  /** The group holds a repetition or an alternative, so repeating it may backtrack without bound. */
  ambiguous: boolean;
}

/**
 * The part of .NET's regular expressions that means the same in JavaScript and cannot blow up:
 * literals, classes, `.`, anchors, groups, alternatives, and repetitions that are not nested.
 * Look-around, back-references, inline flags other than a leading `(?i)`, lazy and possessive
 * marks and `\A \z \Z \G \b \p` are refused.
 */
export function compileSafeRegex(pattern: string): RegExp {
  if (pattern.length > MAX_LENGTH) refuse(pattern, `is over ${MAX_LENGTH} characters`);
  const ignoresCase = pattern.startsWith('(?i)');
  const source = translate(ignoresCase ? pattern.slice(4) : pattern);
  try {
    return new RegExp(source, ignoresCase ? 'iu' : 'u');
  } catch {
    return refuse(pattern, 'is not well formed');
  }
}

function translate(pattern: string): string {
  const groups: Group[] = [{ ambiguous: false }];
  let closed: Group | undefined;
  let unbounded = 0;
  let quantified = false;
  let inSet = false;
  let source = '';
  for (const { groups: token = {} } of pattern.matchAll(TOKEN)) {
    const { escape, open, close, set, quantifier, literal } = token;
    const innermost = groups.at(-1) ?? refuse(pattern, 'closes a group that was never opened');
    if (escape !== undefined) source += translateEscape(pattern, escape, inSet);
    else if (inSet) {
      const text = literal ?? open ?? close ?? set ?? quantifier ?? '';
      inSet = text !== ']';
      source += inSet ? text.replaceAll(/[[()|{}/]/gu, '\\$&') : text;
    } else if (open !== undefined) {
      if (open === '(?') refuse(pattern, 'uses a (? construct');
      groups.push({ ambiguous: false });
      source += '(?:';
    } else if (close !== undefined) {
      closed = groups.pop();
      const outer = groups.at(-1) ?? refuse(pattern, 'closes a group that was never opened');
      outer.ambiguous ||= closed?.ambiguous ?? false;
      source += ')';
    } else if (set !== undefined) {
      inSet = true;
      source += set.endsWith(']') ? set.slice(0, -1) + '\\]' : set;
    } else if (quantifier !== undefined) {
      if (quantified) refuse(pattern, 'uses a lazy or possessive repetition');
      if (closed?.ambiguous === true)
        refuse(pattern, 'repeats a group that itself repeats or chooses');
      if (isUnbounded(pattern, quantifier)) unbounded++;
      innermost.ambiguous = true;
      source += quantifier;
    } else {
      if (literal === '|') innermost.ambiguous = true;
      source +=
        literal === ']' || literal === '{' || literal === '}' ? `\\${literal}` : (literal ?? '');
    }
    quantified = quantifier !== undefined && !inSet;
    if (close === undefined) closed = undefined;
  }
  if (unbounded > MAX_UNBOUNDED) refuse(pattern, `has over ${MAX_UNBOUNDED} unbounded repetitions`);
  return source;
}

function isUnbounded(pattern: string, quantifier: string): boolean {
  if (quantifier === '?') return false;
  const bounds = quantifier.match(/\d+/gu) ?? [];
  if (bounds.some((bound) => Number(bound) > MAX_BOUND)) refuse(pattern, 'repeats too often');
  return (
    bounds.length === 0 || quantifier.endsWith(',}') || bounds.some((bound) => Number(bound) > 16)
  );
}

function translateEscape(pattern: string, escape: string, inSet: boolean): string {
  const translated = CLASSES[escape];
  if (translated !== undefined)
    return inSet || translated.length < 8 ? translated : `[${translated}]`;
  if (CONTROLS.includes(escape)) return `\\${escape}`;
  if (escape === 'W' && !inSet) return `[^${CLASSES['w'] ?? ''}]`;
  if (/[A-Za-z0-9]/u.test(escape)) refuse(pattern, `uses \\${escape}`);
  if (escape === '-') return inSet ? '\\-' : '-';
  return NEEDS_ESCAPE.includes(escape) ? `\\${escape}` : escape;
}

function refuse(pattern: string, reason: string): never {
  throw new BadRequest(`the filter's regular expression "${pattern.slice(0, 100)}" ${reason}`);
}
