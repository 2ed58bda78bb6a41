/** The type bytes of the BSON specification (bsonspec.org, version 1.1). */
export const BsonType = {
  double: 0x01,
  string: 0x02,
  object: 0x03,
  array: 0x04,
  binary: 0x05,
  undefined: 0x06,
  objectId: 0x07,
  boolean: 0x08,
  date: 0x09,
  null: 0x0a,
  regex: 0x0b,
  dbPointer: 0x0c,
  code: 0x0d,
  symbol: 0x0e,
  codeWithScope: 0x0f,
  int32: 0x10,
  timestamp: 0x11,
  int64: 0x12,
  decimal128: 0x13,
  maxKey: 0x7f,
  minKey: 0xff,
} as const;

/**
 * MongoDB's order between types: numbers compare with each other, strings with symbols; everything
 * else only within its type. The gaps leave room in the key encoding, where this is the first byte.
 */
const ranks: readonly (readonly [type: number, rank: number])[] = [
  [BsonType.minKey, 0x0a],
  [BsonType.undefined, 0x14],
  [BsonType.null, 0x19],
  [BsonType.int32, 0x1e],
  [BsonType.int64, 0x1e],
  [BsonType.double, 0x1e],
  [BsonType.decimal128, 0x1e],
  [BsonType.string, 0x3c],
  [BsonType.symbol, 0x3c],
  [BsonType.object, 0x46],
  [BsonType.array, 0x50],
  [BsonType.binary, 0x5a],
  [BsonType.objectId, 0x64],
  [BsonType.boolean, 0x6e],
  [BsonType.date, 0x78],
  [BsonType.timestamp, 0x82],
  [BsonType.regex, 0x8c],
  [BsonType.dbPointer, 0x96],
  [BsonType.code, 0xa0],
  [BsonType.codeWithScope, 0xaa],
  [BsonType.maxKey, 0xf0],
];

/** By type byte; zero where there is no such type. */
const rankByType = new Uint8Array(256);
for (const [type, rank] of ranks) rankByType[type] = rank;

export const numberRank = 0x1e;

/** The place of a type in MongoDB's comparison order, 0x0a to 0xf0. */
export function rankOf(type: number): number {
  const rank = rankByType[type] ?? 0;
  if (rank === 0) throw new RangeError(`unknown BSON type ${String(type)}`);
  return rank;
}
