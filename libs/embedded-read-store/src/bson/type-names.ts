import { BsonType } from './types';
import { type Value } from './value';

/** The names `$type` takes and gives, as the manual lists them. */
export const typeNames: ReadonlyMap<number, string> = new Map([
  [BsonType.double, 'double'],
  [BsonType.string, 'string'],
  [BsonType.object, 'object'],
  [BsonType.array, 'array'],
  [BsonType.binary, 'binData'],
  [BsonType.undefined, 'undefined'],
  [BsonType.objectId, 'objectId'],
  [BsonType.boolean, 'bool'],
  [BsonType.date, 'date'],
  [BsonType.null, 'null'],
  [BsonType.regex, 'regex'],
  [BsonType.dbPointer, 'dbPointer'],
  [BsonType.code, 'javascript'],
  [BsonType.symbol, 'symbol'],
  [BsonType.codeWithScope, 'javascriptWithScope'],
  [BsonType.int32, 'int'],
  [BsonType.timestamp, 'timestamp'],
  [BsonType.int64, 'long'],
  [BsonType.decimal128, 'decimal'],
  [BsonType.minKey, 'minKey'],
  [BsonType.maxKey, 'maxKey'],
]);

/** The name of a value's type; `missing` where there is no value. */
export const typeNameOf = (value: Value | undefined): string =>
  value === undefined ? 'missing' : (typeNames.get(value.type) ?? 'unknown');
