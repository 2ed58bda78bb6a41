import { RegexRefused, type CharacterTest } from '@jejak/embedded-node';

/** .NET's shorthand classes know Unicode, JavaScript's do not: hence the translation. */
const SHORTHANDS: Readonly<Record<string, string>> = {
  d: '\\p{Nd}',
  D: '\\P{Nd}',
  w: '\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}',
  s: '\\s',
  S: '\\S',
};
const NEGATED_WORD = `^${SHORTHANDS['w'] ?? ''}`;
const CONTROLS: Readonly<Record<string, string>> = {
  t: '\t',
  n: '\n',
  r: '\r',
  f: '\f',
  v: '\v',
};

export function literal(character: string, ignoreCase: boolean): CharacterTest {
  if (!ignoreCase) return (other) => other === character;
  const lower = character.toLowerCase();
  return (other) => other.toLowerCase() === lower;
}

/** What follows a backslash outside a class. */
export function escaped(character: string, ignoreCase: boolean): CharacterTest {
  const shorthand = character === 'W' ? NEGATED_WORD : SHORTHANDS[character];
  if (shorthand !== undefined) return fromSource(shorthand, ignoreCase);
  return literal(unescape(character), ignoreCase);
}

/** The inside of `[...]`: ranges, escapes, a leading `^`. Nothing else is special in there. */
export function characterClass(body: string, ignoreCase: boolean): CharacterTest {
  if (body.includes('-[')) throw new RegexRefused('uses class subtraction', 'unsupported');
  const negated = body.startsWith('^');
  let source = negated ? '^' : '';
  for (const [token, escape] of body.slice(negated ? 1 : 0).matchAll(/\\(.)|./gsu)) {
    if (escape === undefined) source += token === '-' ? '-' : quote(token);
    else source += SHORTHANDS[escape] ?? quote(unescape(escape));
  }
  return fromSource(source, ignoreCase);
}

function unescape(character: string): string {
  const control = CONTROLS[character];
  if (control !== undefined) return control;
  if (/[\p{L}\p{N}]/u.test(character)) throw new RegexRefused(`uses \\${character}`, 'unsupported');
  return character;
}

function quote(character: string): string {
  return /[\^$\\.*+?()[\]{}|/-]/u.test(character) ? `\\${character}` : character;
}

function fromSource(source: string, ignoreCase: boolean): CharacterTest {
  try {
    const expression = new RegExp(`^[${source}]$`, ignoreCase ? 'iu' : 'u');
    return (character) => expression.test(character);
  } catch {
    throw new RegexRefused('has a class that is not well formed', 'malformed');
  }
}
