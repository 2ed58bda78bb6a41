import { BSON } from 'bson';

/** The largest nesting MongoDB stores is 180; whatever can be read is read. @throws for bytes that are no document. */
export function validate(bytes: Buffer): void {
  BSON.deserialize(bytes, { promoteValues: false, bsonRegExp: true });
}
