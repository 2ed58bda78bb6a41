import { show } from '../bson/show';
import { documentIn, fieldOf, rawOf, type Value } from '../bson/value';
import { forEach } from '../query/pace';
import { type IndexRecord, namespaceOf } from '../storage/catalogue';
import { type CollectionReader, idKey } from '../storage/collection';
import { entriesOf } from '../storage/index-entries';
import { entriesPrefix, prefixLength, startingWith } from '../storage/keys';
import { validate } from './validate-bson';
import { Fault, type Walk } from './walk';

/**
 * Every document can be read and lies under its `_id`; every index has all entries of it, alone where
 * it is unique, and none that no document has. Throws the first `Fault`.
 */
export async function checkCollection(collection: CollectionReader, walk: Walk): Promise<void> {
  const { record } = collection;
  const expected = new Map(record.indexes.map((index) => [index, 0]));
  let documents = 0;
  await forEach(walk.entries.scan(collection.range), walk.turn, ({ key, value }) => {
    const id = key.subarray(prefixLength);
    const document = documentIn(value);
    const place = checkDocument(collection, id, document);
    for (const index of record.indexes) {
      const count = checkEntries(index, id, document, walk, place);
      expected.set(index, (expected.get(index) ?? 0) + count);
    }
    documents += 1;
    walk.counted.documents += 1;
    walk.looked();
  });
  for (const [index, count] of expected) await checkIndex(collection, index, count, walk);
  if (documents !== collection.count()) {
    throw new Fault(
      `${namespaceOf(record)}: ${String(documents)} documents, ${String(collection.count())} are counted`,
    );
  }
}

/** Returns the name of its place. */
function checkDocument({ record }: CollectionReader, id: Buffer, document: Value): string {
  const unknown = `${namespaceOf(record)}, the document under ${id.toString('hex')}`;
  try {
    validate(rawOf(document));
  } catch (error) {
    throw new Fault(`${unknown}: it cannot be read: ${String(error)}`);
  }
  const own = fieldOf(document, '_id');
  if (own === undefined) throw new Fault(`${unknown}: it has no _id`);
  const place = `${namespaceOf(record)}, _id ${show(own)}`;
  if (!idKey(own).equals(id)) throw new Fault(`${place}: it lies under another key`);
  return place;
}

/** Returns how many entries the document has in the index. */
function checkEntries(
  index: IndexRecord,
  id: Buffer,
  document: Value,
  { entries }: Walk,
  place: string,
): number {
  const { fields, multikey, truncated } = entriesOf(index, document);
  const at = `${place}, index ${index.name}`;
  if ((multikey && !index.multikey) || (truncated && !index.truncated)) {
    throw new Fault(`${at}: the catalogue does not know of such a value`);
  }
  for (const key of fields) {
    const found = entries.get(Buffer.concat([key, id]));
    if (found === undefined) throw new Fault(`${at}: an entry is missing`);
    if (!found.equals(id)) throw new Fault(`${at}: an entry names another document`);
    if (index.unique && entries.some(startingWith(key), 2).length > 1) {
      throw new Fault(`${at}: the value is not unique`);
    }
  }
  return fields.length;
}

/** With all expected entries there, one too many shows in their number. */
async function checkIndex(
  collection: CollectionReader,
  index: IndexRecord,
  expected: number,
  walk: Walk,
): Promise<void> {
  const at = `${namespaceOf(collection.record)}, index ${index.name}`;
  let found = 0;
  const range = startingWith(entriesPrefix(index.id));
  await forEach(walk.entries.scan(range), walk.turn, ({ value: id }) => {
    found += 1;
    walk.counted.entries += 1;
    walk.looked();
    if (collection.get(id) === undefined) {
      throw new Fault(`${at}: an entry names a document that is not there: ${id.toString('hex')}`);
    }
  });
  if (found !== expected) {
    throw new Fault(`${at}: ${String(found)} entries, the documents have ${String(expected)}`);
  }
}
