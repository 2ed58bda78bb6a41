import { RegexRefused, type Anchor, type CharacterExpression, type Expression } from './expression';

/** How one language of regular expressions differs from the others. */
export interface Dialect {
  readonly caret: Anchor;
  readonly dollar: Anchor;
  /** Letters that are anchors behind a backslash. */
  readonly letterAnchors: Readonly<Record<string, Anchor>>;
  readonly dot: CharacterExpression;
  readonly literal: (character: string) => CharacterExpression;
  /** What follows a backslash outside a class, and is no anchor. */
  readonly escaped: (character: string) => CharacterExpression;
  /** A class with its brackets; what stands between them is its first group. */
  readonly classText: RegExp;
  readonly characterClass: (body: string) => CharacterExpression;
  /** What may stand behind the parenthesis of a group and means nothing here. */
  readonly groupStart: RegExp;
  /** What is passed over between two parts. */
  readonly blank?: RegExp;
  /** The most a repetition may ask for; Infinity: what the program has room for. */
  readonly mostRepetitions: number;
  /** Whether `(?=` and `(?!` are known, right behind `^`. */
  readonly looksAhead: boolean;
}

const QUANTIFIER = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})/u;
/** Characters, and groups in groups: bounds what an expression costs before it is a program. */
const LONGEST = 16_384;
const DEEPEST = 100;

const unsupported = (what: string): RegexRefused => new RegexRefused(what, 'unsupported');
const malformed = (what: string): RegexRefused => new RegexRefused(what, 'malformed');

/**
 * The part of a dialect that is a regular language: literals, classes, the dot, anchors, groups,
 * choices and repetitions, and look-ahead where it is tried once in a text. What else there is, and
 * what is not well formed, throws `RegexRefused`.
 */
export const parseRegex = (pattern: string, dialect: Dialect): Expression =>
  new Parser(pattern, dialect).parse();

class Parser {
  private looking = false;
  private depth = 0;

  constructor(
    private rest: string,
    private readonly dialect: Dialect,
  ) {}

  parse(): Expression {
    if (this.rest.length > LONGEST) throw unsupported('is too large');
    const expression = this.choice();
    if (this.rest !== '') throw malformed('closes a group that was never opened');
    return expression;
  }

  private choice(): Expression {
    if (++this.depth > DEEPEST) throw unsupported('is nested too deep');
    const options = [this.sequence()];
    while (this.take('|')) options.push(this.sequence());
    this.depth--;
    const [only] = options;
    return options.length === 1 && only !== undefined ? only : { kind: 'choice', options };
  }

  private sequence(): Expression {
    const parts: Expression[] = [];
    const { blank } = this.dialect;
    for (;;) {
      if (blank !== undefined) this.rest = this.rest.replace(blank, '');
      if (this.rest === '' || this.rest.startsWith('|') || this.rest.startsWith(')')) break;
      parts.push(this.lookAhead(parts) ?? this.repeated(this.atom()));
    }
    return { kind: 'sequence', parts };
  }

  /** Only where it is tried once in a text: anywhere else the time would not be linear. */
  private lookAhead(before: readonly Expression[]): Expression | undefined {
    if (!this.dialect.looksAhead) return undefined;
    const negative = this.take('(?!');
    if (!negative && !this.take('(?=')) return undefined;
    const [first, ...others] = before;
    const atStart = first?.kind === 'anchor' && first.at === 'start';
    if (this.looking || !atStart || others.some(({ kind }) => kind !== 'look-ahead'))
      throw unsupported('looks ahead elsewhere than after ^');
    this.looking = true;
    const inside = this.choice();
    this.looking = false;
    this.closeGroup();
    return { kind: 'look-ahead', inside, negative };
  }

  private repeated(part: Expression): Expression {
    const quantifier = QUANTIFIER.exec(this.rest);
    if (quantifier === null) return part;
    const [text, min, comma, max] = quantifier;
    this.rest = this.rest.slice(text.length);
    // Lazy or greedy is a question of what matches, not whether; possessive is not.
    this.take('?');
    if (this.rest.startsWith('+')) throw unsupported('repeats possessively');
    if (QUANTIFIER.test(this.rest)) throw malformed('repeats a repetition');
    if (min === undefined) {
      return { kind: 'repeat', part, min: text === '+' ? 1 : 0, max: text === '?' ? 1 : Infinity };
    }
    const least = Number(min);
    const most =
      comma === undefined ? least : max === undefined || max === '' ? Infinity : Number(max);
    if (most < least) throw malformed('repeats at least more often than at most');
    const { mostRepetitions } = this.dialect;
    if (least > mostRepetitions || (most > mostRepetitions && most !== Infinity))
      throw malformed('repeats too often');
    return { kind: 'repeat', part, min: least, max: most };
  }

  private atom(): Expression {
    if (QUANTIFIER.test(this.rest)) throw malformed('repeats nothing');
    const { caret, dollar, dot, literal } = this.dialect;
    if (this.take('(')) return this.group();
    if (this.take('^')) return { kind: 'anchor', at: caret };
    if (this.take('$')) return { kind: 'anchor', at: dollar };
    if (this.take('.')) return dot;
    if (this.take('\\')) return this.escape();
    if (this.rest.startsWith('[')) return this.class();
    return literal(this.next());
  }

  private group(): Expression {
    this.rest = this.rest.replace(this.dialect.groupStart, '');
    if (this.rest.startsWith('?')) throw unsupported('uses a (? construct');
    if (this.rest.startsWith('*')) throw unsupported('uses a verb');
    const inside = this.choice();
    this.closeGroup();
    return inside;
  }

  private closeGroup(): void {
    if (!this.take(')')) throw malformed('leaves a group open');
  }

  private escape(): Expression {
    if (this.rest === '') throw malformed('ends in a backslash');
    const character = this.next();
    const at = this.dialect.letterAnchors[character];
    return at === undefined ? this.dialect.escaped(character) : { kind: 'anchor', at };
  }

  private class(): Expression {
    const [text, body] = this.dialect.classText.exec(this.rest) ?? [];
    if (text === undefined || body === undefined) throw malformed('leaves a class open');
    this.rest = this.rest.slice(text.length);
    return this.dialect.characterClass(body);
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
