import { BsonType } from '../bson/types';
import { ServerError } from '../errors';

/** As deep as documents may nest, MongoDB's limit for what comes from a client. */
const maxDepth = 200;

const invalid = (reason: string): ServerError => new ServerError(22, `Invalid BSON: ${reason}`);

/** Sizes of the types whose values are as long as they are. */
const fixed = new Map<number, number>([
  [BsonType.double, 8],
  [BsonType.objectId, 12],
  [BsonType.date, 8],
  [BsonType.null, 0],
  [BsonType.undefined, 0],
  [BsonType.int32, 4],
  [BsonType.timestamp, 8],
  [BsonType.int64, 8],
  [BsonType.decimal128, 16],
  [BsonType.minKey, 0],
  [BsonType.maxKey, 0],
]);

/** Sizes by type byte, -1 for what has a length of its own, -2 for what is no type. */
const sizes = Int8Array.from({ length: 256 }, (_, type) => {
  const known = Object.values(BsonType).some((each) => each === type);
  return fixed.get(type) ?? (known ? -1 : -2);
});

function nameEnd(bytes: Buffer, from: number, limit: number): number {
  let end = from;
  while (end < limit && bytes[end] !== 0) end += 1;
  if (end >= limit) throw invalid('a name that does not end');
  return end;
}

/** The end of a text with its length before it and a zero at its end. */
function textEnd(bytes: Buffer, at: number, limit: number): number {
  const length = at + 4 <= limit ? bytes.readInt32LE(at) : 0;
  const end = at + 4 + length;
  if (length < 1 || end > limit || bytes[end - 1] !== 0) throw invalid('a text of a wrong length');
  return end;
}

function lengthAt(bytes: Buffer, at: number, limit: number, least: number): number {
  const length = at + 4 <= limit ? bytes.readInt32LE(at) : -1;
  if (length < least || at + length > limit) throw invalid('a length that reaches too far');
  return length;
}

/** The end of a value that is neither of a fixed size nor a document. */
function valueEnd(type: number, bytes: Buffer, at: number, limit: number): number {
  switch (type) {
    case BsonType.string:
    case BsonType.code:
    case BsonType.symbol:
      return textEnd(bytes, at, limit);
    case BsonType.boolean:
      if (at >= limit || (bytes[at] ?? 2) > 1) throw invalid('a boolean that is neither 0 nor 1');
      return at + 1;
    case BsonType.binary: {
      const length = at + 5 <= limit ? bytes.readInt32LE(at) : -1;
      if (length < 0) throw invalid('a binary of a wrong length');
      return at + 5 + length;
    }
    case BsonType.dbPointer:
      return textEnd(bytes, at, limit) + 12;
    case BsonType.regex:
      return nameEnd(bytes, nameEnd(bytes, at, limit) + 1, limit) + 1;
    default:
      throw invalid(`unknown type ${String(type)}`);
  }
}

/** Where the document in a code with scope begins, its text being checked on the way. */
function scopeStart(bytes: Buffer, at: number, limit: number): number {
  const end = at + lengthAt(bytes, at, limit, 14);
  const start = textEnd(bytes, at + 4, end);
  if (start + lengthAt(bytes, start, end, 5) !== end) throw invalid('a scope of a wrong length');
  return start;
}

/**
 * Walks through a whole document, so that whatever is stored can be read again.
 * @throws ServerError 22 for what is no BSON, 15 when it is nested deeper than 200 levels.
 */
export function requireValid(bytes: Buffer, start: number, end: number): void {
  const limits: number[] = [end - 1];
  let limit = end - 1;
  let at = start + 4;
  if (lengthAt(bytes, start, end, 5) !== end - start || bytes[limit] !== 0) {
    throw invalid('a document of a wrong length');
  }
  for (;;) {
    if (at === limit) {
      limits.pop();
      const outer = limits.at(-1);
      if (outer === undefined) return;
      at = limit + 1;
      limit = outer;
      continue;
    }
    const type = bytes[at] ?? 0;
    at = nameEnd(bytes, at + 1, limit) + 1;
    const size = sizes[type] ?? -2;
    if (size >= 0) at += size;
    else if (
      type === BsonType.object ||
      type === BsonType.array ||
      type === BsonType.codeWithScope
    ) {
      if (type === BsonType.codeWithScope) at = scopeStart(bytes, at, limit);
      const inner = at + lengthAt(bytes, at, limit, 5) - 1;
      if (bytes[inner] !== 0) throw invalid('a document that does not end with a zero');
      if (limits.push(inner) > maxDepth) {
        throw new ServerError(
          15,
          `BSONObj exceeds maximum nested object depth: ${String(maxDepth)}`,
        );
      }
      limit = inner;
      at += 4;
    } else at = valueEnd(type, bytes, at, limit);
    if (at > limit) throw invalid('a value that reaches too far');
  }
}
