import { characterClass, escaped, literal } from './character-class';
import { UnsupportedRegex, type Anchor, type Expression } from './expression';

const INLINE_IGNORE_CASE = '(?i)';
const QUANTIFIER = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})/u;
const CLASS = /^\[(\^?\]?(?:\\[\s\S]|[^\]\\])*)\]/u;
/** Characters, and groups in groups: bounds what an expression costs before it is a program. */
const LONGEST = 16_384;
const DEEPEST = 100;
const LETTER_ANCHORS: Readonly<Record<string, Anchor>> = {
  A: 'start',
  z: 'end',
  Z: 'end-or-last-line-feed',
};

/**
 * The part of .NET's regular expressions that has one meaning: literals, classes, `.`, anchors,
 * groups, choices, repetitions, `(?i)` in front, and look-ahead right after `^`, which is how
 * filters leave things out. Other look-around, back-references, named groups, other inline options
 * and `\b \G \p \u \x` throw `UnsupportedRegex`.
 */
export function parseRegex(pattern: string): Expression {
  if (pattern.length > LONGEST) throw new UnsupportedRegex('is too large');
  const ignoreCase = pattern.startsWith(INLINE_IGNORE_CASE);
  const parser = new Parser(
    ignoreCase ? pattern.slice(INLINE_IGNORE_CASE.length) : pattern,
    ignoreCase,
  );
  return parser.parse();
}

class Parser {
  private looking = false;
  private depth = 0;

  constructor(
    private rest: string,
    private readonly ignoreCase: boolean,
  ) {}

  parse(): Expression {
    const expression = this.choice();
    if (this.rest !== '') throw new UnsupportedRegex('closes a group that was never opened');
    return expression;
  }

  private choice(): Expression {
    if (++this.depth > DEEPEST) throw new UnsupportedRegex('is nested too deep');
    const options = [this.sequence()];
    while (this.take('|')) options.push(this.sequence());
    this.depth--;
    const [only] = options;
    return options.length === 1 && only !== undefined ? only : { kind: 'choice', options };
  }

  private sequence(): Expression {
    const parts: Expression[] = [];
    while (this.rest !== '' && !this.rest.startsWith('|') && !this.rest.startsWith(')')) {
      parts.push(this.lookAhead(parts) ?? this.repeated(this.atom()));
    }
    return { kind: 'sequence', parts };
  }

  /** Only where it is tried once in a text: anywhere else the time would not be linear. */
  private lookAhead(before: readonly Expression[]): Expression | undefined {
    const negative = this.take('(?!');
    if (!negative && !this.take('(?=')) return undefined;
    const [first, ...others] = before;
    const atStart = first?.kind === 'anchor' && first.at === 'start';
    if (this.looking || !atStart || others.some(({ kind }) => kind !== 'look-ahead'))
      throw new UnsupportedRegex('looks ahead elsewhere than after ^');
    this.looking = true;
    const inside = this.choice();
    this.looking = false;
    if (!this.take(')')) throw new UnsupportedRegex('leaves a group open');
    return { kind: 'look-ahead', inside, negative };
  }

  private repeated(part: Expression): Expression {
    const quantifier = QUANTIFIER.exec(this.rest);
    if (quantifier === null) return part;
    const [text, min, comma, max] = quantifier;
    this.rest = this.rest.slice(text.length);
    // Lazy or greedy is a question of what matches, not whether.
    this.take('?');
    if (QUANTIFIER.test(this.rest)) throw new UnsupportedRegex('repeats a repetition');
    if (min === undefined) {
      return { kind: 'repeat', part, min: text === '+' ? 1 : 0, max: text === '?' ? 1 : Infinity };
    }
    const atLeast = Number(min);
    const atMost =
      comma === undefined ? atLeast : max === undefined || max === '' ? Infinity : Number(max);
    if (atMost < atLeast) throw new UnsupportedRegex('repeats at least more often than at most');
    return { kind: 'repeat', part, min: atLeast, max: atMost };
  }

  private atom(): Expression {
    if (QUANTIFIER.test(this.rest)) throw new UnsupportedRegex('repeats nothing');
    if (this.take('(')) return this.group();
    if (this.take('^')) return { kind: 'anchor', at: 'start' };
    if (this.take('$')) return { kind: 'anchor', at: 'end-or-last-line-feed' };
    if (this.take('.')) return { kind: 'character', test: (character) => character !== '\n' };
    if (this.take('\\')) return this.escape();
    if (this.rest.startsWith('[')) return this.class();
    return { kind: 'character', test: literal(this.next(), this.ignoreCase) };
  }

  private group(): Expression {
    if (this.rest.startsWith('?') && !this.take('?:'))
      throw new UnsupportedRegex('uses a (? construct');
    const inside = this.choice();
    if (!this.take(')')) throw new UnsupportedRegex('leaves a group open');
    return inside;
  }

  private escape(): Expression {
    if (this.rest === '') throw new UnsupportedRegex('ends in a backslash');
    const character = this.next();
    const at = LETTER_ANCHORS[character];
    if (at !== undefined) return { kind: 'anchor', at };
    return { kind: 'character', test: escaped(character, this.ignoreCase) };
  }

  private class(): Expression {
    const [text, body] = CLASS.exec(this.rest) ?? [];
    if (text === undefined || body === undefined) throw new UnsupportedRegex('leaves a class open');
    this.rest = this.rest.slice(text.length);
    return { kind: 'character', test: characterClass(body, this.ignoreCase) };
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
