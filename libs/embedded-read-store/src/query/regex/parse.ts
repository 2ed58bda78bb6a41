import { unsupported } from '../../errors';
import { characterClass, dot, escaped, literal, malformed } from './characters';
import { type Anchor, type Expression, type Flags } from './tree';

const quantifier = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})/u;
const classText = /^\[(\^?\]?(?:\[:\w+:\]|\\[\s\S]|[^\]\\])*)\]/u;
const letterAnchors: Readonly<Record<string, Anchor>> = {
  A: 'start',
  z: 'end',
  Z: 'last-end',
  b: 'boundary',
  B: 'inside',
};

/** The most a bounded repetition may ask for: PCRE's own limit. */
const maxRepeat = 65_535;

/**
 * The part of PCRE that is a regular language: literals, classes, the dot, anchors, groups,
 * choices and repetitions. Look-around, back-references and what else is none is refused.
 * @throws ServerError 51091 for a malformed pattern, 238 for one outside that part.
 */
export const parseRegex = (pattern: string, flags: Flags): Expression =>
  new Parser(pattern, flags).parse();

class Parser {
  private rest: string;

  constructor(
    private readonly pattern: string,
    private readonly flags: Flags,
  ) {
    this.rest = pattern;
  }

  parse(): Expression {
    const expression = this.choice();
    if (this.rest !== '') throw this.malformed('unmatched closing parenthesis');
    return expression;
  }

  private malformed(why: string): Error {
    return malformed(this.pattern, why);
  }

  private choice(): Expression {
    const options = [this.sequence()];
    while (this.take('|')) options.push(this.sequence());
    const [only] = options;
    return options.length === 1 && only !== undefined ? only : { kind: 'choice', options };
  }

  private sequence(): Expression {
    const parts: Expression[] = [];
    for (;;) {
      if (this.flags.extended) this.rest = this.rest.replace(/^(?:\s|#[^\n]*(?:\n|$))+/u, '');
      if (this.rest === '' || this.rest.startsWith('|') || this.rest.startsWith(')')) break;
      parts.push(this.repeated(this.atom()));
    }
    return { kind: 'sequence', parts };
  }

  private repeated(part: Expression): Expression {
    const found = quantifier.exec(this.rest);
    if (found === null) return part;
    const [text, min, comma, max] = found;
    this.rest = this.rest.slice(text.length);
    // Lazy or greedy is a question of what matches, not whether; possessive is not.
    this.take('?');
    if (this.rest.startsWith('+')) throw unsupported('possessive repetition');
    if (quantifier.test(this.rest)) throw this.malformed('a repetition of a repetition');
    if (min === undefined) {
      return { kind: 'repeat', part, min: text === '+' ? 1 : 0, max: text === '?' ? 1 : Infinity };
    }
    const least = Number(min);
    const most =
      comma === undefined ? least : max === undefined || max === '' ? Infinity : Number(max);
    if (most < least) throw this.malformed('numbers out of order in a quantifier');
    if (least > maxRepeat || (most > maxRepeat && most !== Infinity)) {
      throw this.malformed('a number too big in a quantifier');
    }
    return { kind: 'repeat', part, min: least, max: most };
  }

  private atom(): Expression {
    if (quantifier.test(this.rest)) throw this.malformed('a repetition of nothing');
    const { ignoreCase, multiline, dotAll } = this.flags;
    if (this.take('(')) return this.group();
    if (this.take('^')) return { kind: 'anchor', at: multiline ? 'line-start' : 'start' };
    if (this.take('$')) return { kind: 'anchor', at: multiline ? 'line-end' : 'last-end' };
    if (this.take('.')) return dot(dotAll);
    if (this.take('\\')) return this.escape();
    if (this.rest.startsWith('[')) return this.class();
    return literal(this.next(), ignoreCase);
  }

  private group(): Expression {
    const named = /^\?(?:P?<[A-Za-z_]\w*>|'[A-Za-z_]\w*')/.exec(this.rest);
    if (named !== null) this.rest = this.rest.slice(named[0].length);
    else if (this.rest.startsWith('?') && !this.take('?:')) {
      throw unsupported('this kind of group in a regular expression');
    } else if (this.rest.startsWith('*')) {
      throw unsupported('verbs in a regular expression');
    }
    const inside = this.choice();
    if (!this.take(')')) throw this.malformed('missing closing parenthesis');
    return inside;
  }

  private escape(): Expression {
    if (this.rest === '') throw this.malformed('\\ at end of pattern');
    const character = this.next();
    const at = letterAnchors[character];
    if (at !== undefined) return { kind: 'anchor', at };
    return escaped(character, this.flags.ignoreCase, this.pattern);
  }

  private class(): Expression {
    const [text, body] = classText.exec(this.rest) ?? [];
    if (text === undefined || body === undefined) {
      throw this.malformed('missing terminating ] for character class');
    }
    this.rest = this.rest.slice(text.length);
    return characterClass(body, this.flags.ignoreCase, this.pattern);
  }

  private next(): string {
    const character = String.fromCodePoint(this.rest.codePointAt(0) ?? 0);
    this.rest = this.rest.slice(character.length);
    return character;
  }

  private take(text: string): boolean {
    if (!this.rest.startsWith(text)) return false;
    this.rest = this.rest.slice(text.length);
    return true;
  }
}
