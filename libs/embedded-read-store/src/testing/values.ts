import { type Document, deserialize, serialize } from 'bson';
import { documentIn, elementsOf, rawOf, type Value } from '../bson/value';

/** For specs: a document as the driver would send it. */
export const bsonDocument = (document: Document): Value =>
  documentIn(Buffer.from(serialize(document)));

/** For specs: one value as the driver would send it. */
export function bsonValue(value: unknown): Value {
  const [only] = elementsOf(bsonDocument({ value }));
  if (only === undefined) throw new TypeError('this is no BSON value');
  return only;
}

/** For specs: what the driver would make of a document, with explicit number types kept. */
export const plain = (document: Value): Document =>
  deserialize(rawOf(document), { promoteValues: false, promoteLongs: false });

export const promoted = (document: Value): Document => deserialize(rawOf(document));
