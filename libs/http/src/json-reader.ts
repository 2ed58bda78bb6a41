import { JSON_LIMITS, type JsonLimits } from './json-limits';
import { problem, type Problem, type ProblemDetails } from './problem';
import type { EdgeCode } from './problem-catalogue';

/**
 * Reads JSON as `JSON.parse` does, and refuses while reading what `JSON.parse` would hide or what
 * a ledger must not take in: keys that stand twice, integers beyond 2^53, lone surrogates, keys
 * every JavaScript object inherits, and anything over the limits. Texts come out in NFC, so that
 * one name has one spelling. Throws a `Problem` whose `field` is the place.
 */
export function readJson(text: string, limits: JsonLimits = JSON_LIMITS): unknown {
  return new JsonReader(text, limits).document();
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LONE_SURROGATE = /\p{Surrogate}/u;
const PLAIN_NAME = /^[A-Za-z_$][\w$]{0,63}$/;
const LITERALS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;

class JsonReader {
  #at = 0;
  #keys = 0;
  #items = 0;

  constructor(
    private readonly text: string,
    private readonly limits: JsonLimits,
  ) {}

  document(): unknown {
    const value = this.#value('', 1);
    if (this.#next() !== '') throw this.#malformed();
    return value;
  }

  #value(path: string, depth: number): unknown {
    const next = this.#next();
    if (next === '"') return this.#string(path);
    if (next === '{' || next === '[') {
      if (depth > this.limits.depth) {
        throw refuse('request.too-deep', path, `At most ${this.limits.depth} levels are read`);
      }
      this.#at += 1;
      return next === '{' ? this.#object(path, depth) : this.#list(path, depth);
    }
    for (const [word, value] of LITERALS) {
      if (this.text.startsWith(word, this.#at)) {
        this.#at += word.length;
        return value;
      }
    }
    return this.#number(path);
  }

  #object(path: string, depth: number): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    if (this.#took('}')) return object;
    do {
      if (this.#next() !== '"') throw this.#malformed();
      const key = this.#string(path);
      const place = placeOf(path, key);
      if (key in Object.prototype) {
        throw refuse('request.forbidden-key', place, 'The key has a meaning of its own in code');
      }
      if (Object.hasOwn(object, key)) {
        throw refuse('request.duplicate-key', place, 'Only one of the values could be kept');
      }
      if (++this.#keys > this.limits.keys) {
        throw refuse('request.too-many-keys', place, `At most ${this.limits.keys} keys are read`);
      }
      if (!this.#took(':')) throw this.#malformed();
      object[key] = this.#value(place, depth + 1);
    } while (this.#took(','));
    if (!this.#took('}')) throw this.#malformed();
    return object;
  }

  #list(path: string, depth: number): unknown[] {
    const list: unknown[] = [];
    if (this.#took(']')) return list;
    do {
      const place = `${path}[${list.length}]`;
      if (++this.#items > this.limits.items) {
        throw refuse('request.too-many-items', place, `At most ${this.limits.items} are read`);
      }
      list.push(this.#value(place, depth + 1));
    } while (this.#took(','));
    if (!this.#took(']')) throw this.#malformed();
    return list;
  }

  #number(path: string): number {
    NUMBER.lastIndex = this.#at;
    const token = NUMBER.exec(this.text)?.[0];
    if (token === undefined) throw this.#malformed();
    this.#at += token.length;
    const value = Number(token);
    if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) {
      throw refuse('request.unsafe-number', path, 'Beyond 2^53 a number would be rounded');
    }
    return value;
  }

  #string(path: string): string {
    const start = this.#at;
    let escaped = false;
    for (this.#at += 1; this.text[this.#at] !== '"'; this.#at += 1) {
      if (!(this.text.charCodeAt(this.#at) >= 0x20)) throw this.#malformed();
      if (this.text[this.#at] !== '\\') continue;
      escaped = true;
      this.#at += 1;
    }
    this.#at += 1;
    const value = escaped ? this.#unescaped(start) : this.text.slice(start + 1, this.#at - 1);
    if (Buffer.byteLength(value) > this.limits.stringBytes) {
      const detail = `At most ${this.limits.stringBytes} bytes are read in one text`;
      throw refuse('request.string-too-long', path, detail);
    }
    if (LONE_SURROGATE.test(value)) {
      throw refuse('request.broken-text', path, 'Half of a surrogate pair stands alone');
    }
    return value.normalize('NFC');
  }

  #unescaped(start: number): string {
    try {
      return JSON.parse(this.text.slice(start, this.#at)) as string;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.#at = start;
      throw this.#malformed();
    }
  }

  /** The character after any white space, which is skipped; empty at the end. */
  #next(): string {
    while (' \t\n\r'.includes(this.text.charAt(this.#at)) && this.#at < this.text.length) {
      this.#at += 1;
    }
    return this.text.charAt(this.#at);
  }

  #took(mark: string): boolean {
    if (this.#next() !== mark) return false;
    this.#at += 1;
    return true;
  }

  #malformed(): Problem {
    const before = this.text.slice(0, this.#at);
    const line = before.split('\n').length;
    const column = this.#at - before.lastIndexOf('\n');
    const what = this.#at >= this.text.length ? 'It ends too early' : 'It cannot be read';
    return problem('request.malformed-json', {
      detail: `${what} at line ${line}, column ${column}.`,
    });
  }
}

function placeOf(path: string, key: string): string {
  if (!PLAIN_NAME.test(key)) return `${path}[${JSON.stringify(key.slice(0, 64))}]`;
  return path === '' ? key : `${path}.${key}`;
}

function refuse(code: EdgeCode, field: string, reason: string): Problem {
  const details: ProblemDetails = { field, detail: `${reason}.` };
  return problem(code, details);
}
