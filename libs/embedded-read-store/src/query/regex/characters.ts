import { RegexRefused, type CharacterExpression } from '@jejak/embedded-node';

/** PCRE's shorthand classes know ASCII only, JavaScript's know more: hence the translation. */
const shorthands: Readonly<Record<string, string>> = {
  d: '0-9',
  w: 'A-Za-z0-9_',
  s: ' \\t\\n\\v\\f\\r',
  h: ' \\t\\u00a0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000',
};
const controls: Readonly<Record<string, string>> = {
  t: '\t',
  n: '\n',
  r: '\r',
  f: '\f',
  a: '\u0007',
  e: '\u001b',
};

export const quoted = (character: string): string =>
  /[\^$\\.*+?()[\]{}|/-]/.test(character) ? `\\${character}` : character;

function fromSource(source: string, ignoreCase: boolean): CharacterExpression {
  try {
    const expression = new RegExp(`^(?:${source})$`, ignoreCase ? 'iu' : 'u');
    return { kind: 'character', source, test: (character) => expression.test(character) };
  } catch {
    throw new RegexRefused('has a class that is not well formed', 'malformed');
  }
}

export function literal(character: string, ignoreCase: boolean): CharacterExpression {
  if (ignoreCase) return { ...fromSource(quoted(character), true), literal: character };
  const test = (other: string): boolean => other === character;
  return { kind: 'character', source: quoted(character), literal: character, test };
}

/** The character an escape stands for. @throws RegexRefused for a letter with another meaning. */
export function unescaped(character: string): string {
  const control = controls[character];
  if (control !== undefined) return control;
  if (/[A-Za-z0-9]/.test(character)) throw new RegexRefused(`uses \\${character}`, 'unsupported');
  return character;
}

/** What follows a backslash outside a class. */
export function escaped(character: string, ignoreCase: boolean): CharacterExpression {
  const lower = character.toLowerCase();
  const shorthand = shorthands[lower];
  if (shorthand === undefined) return literal(unescaped(character), ignoreCase);
  const negation = lower === character ? '' : '^';
  return fromSource(`[${negation}${shorthand}]`, ignoreCase);
}

export const dot = (all: boolean): CharacterExpression =>
  all
    ? { kind: 'character', source: '[^]', test: () => true }
    : { kind: 'character', source: '[^\\n]', test: (character) => character !== '\n' };

const posix: Readonly<Record<string, string>> = {
  alpha: 'A-Za-z',
  digit: '0-9',
  alnum: 'A-Za-z0-9',
  upper: 'A-Z',
  lower: 'a-z',
  space: ' \\t\\n\\v\\f\\r',
  punct: '!-\\/:-@\\[-`\\{-~',
  xdigit: 'A-Fa-f0-9',
  word: 'A-Za-z0-9_',
};

/** A class from what stands between its brackets. */
export function characterClass(body: string, ignoreCase: boolean): CharacterExpression {
  const negated = body.startsWith('^');
  let source = negated ? '^' : '';
  const tokens = body.slice(negated ? 1 : 0).matchAll(/\[:(\w+):\]|\\(.)|./gsu);
  for (const [token, name, escape] of tokens) {
    if (name !== undefined) {
      const named = posix[name];
      if (named === undefined)
        throw new RegexRefused('names a class that is not known', 'malformed');
      source += named;
    } else if (escape === undefined) source += token === '-' ? '-' : quoted(token);
    else if (/[DWSH]/.test(escape))
      throw new RegexRefused(`uses \\${escape} in a class`, 'unsupported');
    else source += shorthands[escape] ?? (escape === 'b' ? '\\u0008' : quoted(unescaped(escape)));
  }
  return fromSource(`[${source}]`, ignoreCase);
}
