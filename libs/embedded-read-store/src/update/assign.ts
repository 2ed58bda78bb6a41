import {
  documentIn,
  fieldAt,
  fieldOf,
  fieldsOf,
  firstNameOf,
  isObject,
  type Value,
} from '../bson/value';
import { BsonWriter } from '../bson/write';
import { comparePaths, parseUpdatePath } from './paths';

/** Fields of the document itself with what they become. */
export type Assignments = ReadonlyMap<string, Value>;

/**
 * What an update assigns that does nothing else, as most do: `{ $set: { name: value, … } }` without
 * dots. Undefined for any other, and for what `$set` refuses.
 */
export function assignmentsOf(update: Value): Assignments | undefined {
  if (firstNameOf(update) !== '$set') return undefined;
  const { value: set } = fieldAt(update, update.start + 4);
  if (set.end !== update.end - 1 || !isObject(set)) return undefined;
  const assignments = new Map<string, Value>();
  for (const { name, value } of fieldsOf(set)) {
    const { parts, dollar } = parseUpdatePath(name);
    const isPlain = name !== '_id' && parts.length === 1 && dollar === undefined;
    if (!isPlain || assignments.has(name)) return undefined;
    assignments.set(name, value);
  }
  return assignments;
}

/**
 * The document afterwards: fields that are there keep their place, the others follow in the order of
 * paths. What is not touched is copied as it lies; nothing is taken apart.
 */
export function assign(document: Value, assignments: Assignments): Value {
  const { bytes, start, end } = document;
  const writer = new BsonWriter(roomFor(document, assignments));
  const at = writer.open();
  let found = 0;
  let copied = start + 4;
  for (let next = copied; next < end - 1;) {
    const { name, value } = fieldAt(document, next);
    const assigned = assignments.get(name);
    if (assigned !== undefined) {
      writer.raw(bytes, copied, next).field(name, assigned);
      copied = value.end;
      found += 1;
    }
    next = value.end;
  }
  writer.raw(bytes, copied, end - 1);
  if (found < assignments.size) {
    for (const [name, value] of missingFrom(document, assignments)) writer.field(name, value);
  }
  return documentIn(writer.close(at).finish());
}

const missingFrom = (document: Value, assignments: Assignments): [string, Value][] =>
  [...assignments]
    .filter(([name]) => fieldOf(document, name) === undefined)
    .sort(([left], [right]) => comparePaths([left], [right]));

/** A name takes up to three bytes for each of its characters, its type one and its end another. */
function roomFor({ start, end }: Value, assignments: Assignments): number {
  let room = end - start;
  for (const [name, value] of assignments) room += name.length * 3 + 2 + value.end - value.start;
  return room;
}
