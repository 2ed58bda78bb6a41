import { argumentNumber, argumentTruth, textOf } from '../bson/read';
import { BsonType } from '../bson/types';
import { documentIn, fieldOf, fieldsOf, isObject, type Value } from '../bson/value';
import { encode } from '../bson/encode';
import { badValue, ServerError } from '../errors';
import { type CollectionRecord, type IndexRecord, namespaceOf } from '../storage/catalogue';
import { type Transaction } from '../storage/store';
import { type Arguments, type Command } from './command';
import { cursorReply } from './find';
import { hintOf } from './hint';

type IndexKey = [path: string, direction: 1 | -1][];

interface Wanted {
  readonly name: string;
  readonly key: IndexKey;
  readonly unique: boolean;
  readonly sparse: boolean;
}

const understood = ['v', 'key', 'name', 'unique', 'sparse', 'background', 'ns'];

function keyOf(key: Value | undefined): IndexKey {
  if (!isObject(key)) throw new ServerError(9, "The 'key' field of an index must be an object");
  const fields = fieldsOf(key).map(({ name, value }): [string, 1 | -1] => {
    if (value.type === BsonType.string) {
      throw new ServerError(67, `index type '${textOf(value)}' is not supported`);
    }
    const direction = argumentNumber(value) ?? 0;
    if (direction === 0 || Number.isNaN(direction)) {
      throw new ServerError(67, 'Values in an index key pattern must not be 0');
    }
    if (name === '' || name.includes('$')) {
      throw new ServerError(67, `an index on the field '${name}' is not supported`);
    }
    return [name, direction > 0 ? 1 : -1];
  });
  if (fields.length === 0) throw new ServerError(67, 'Index keys cannot be empty.');
  return fields;
}

function wantedIndex(specification: Value): Wanted {
  const key = keyOf(fieldOf(specification, 'key'));
  for (const { name, value } of fieldsOf(specification)) {
    const off = value.type === BsonType.boolean && !argumentTruth(value);
    if (!understood.includes(name) && !off) {
      throw new ServerError(67, `the index option ${name} is not supported`);
    }
  }
  const name = fieldOf(specification, 'name');
  if (name?.type !== BsonType.string)
    throw new ServerError(9, "The 'name' field of an index is missing");
  return {
    name: textOf(name),
    key,
    unique: argumentTruth(fieldOf(specification, 'unique')),
    sparse: argumentTruth(fieldOf(specification, 'sparse')),
  };
}

const sameKey = (left: IndexRecord['key'], right: IndexRecord['key']): boolean =>
  JSON.stringify(left) === JSON.stringify(right);

/** Whether the very index is there already. @throws ServerError 85 or 86 when another is in its way. */
function exists(indexes: readonly IndexRecord[], wanted: Wanted): boolean {
  if (sameKey(wanted.key, [['_id', 1]])) return true;
  for (const index of indexes) {
    const alike = sameKey(index.key, wanted.key);
    const equal = alike && index.unique === wanted.unique && index.sparse === wanted.sparse;
    if (equal && index.name === wanted.name) return true;
    if (alike && index.name !== wanted.name && equal) {
      throw new ServerError(85, `Index already exists with a different name: ${index.name}`);
    }
    if (index.name === wanted.name) {
      throw new ServerError(
        86,
        `An existing index has the same name as the requested index: ${index.name}`,
      );
    }
    if (alike) throw new ServerError(85, `Index ${index.name} exists with other options`);
  }
  return false;
}

export const createIndexes: Command = {
  options: ['indexes', 'commitQuorum'],
  writes: true,
  run(command, { store, turn }) {
    const name = command.collection();
    const wanted = command.list('indexes').map(wantedIndex);
    return store.write(async (transaction) => {
      const created = store.catalogue.find(command.database, name) === undefined;
      const collection = transaction.findOrCreate(command.database, name);
      const before = collection.record.indexes.length + 1;
      const built: IndexRecord[] = [];
      for (const each of wanted) {
        if (exists([...collection.record.indexes, ...built], each)) continue;
        const index = { ...each, id: store.catalogue.nextId(), multikey: false, truncated: false };
        await collection.build(index, turn);
        built.push(index);
      }
      // Whoever reads meanwhile knows none of them before all of them are about to be committed.
      for (const index of built) store.catalogue.addIndex(collection.record, index);
      const after = collection.record.indexes.length + 1;
      return {
        numIndexesBefore: before,
        numIndexesAfter: after,
        createdCollectionAutomatically: created,
        note: before === after ? 'all indexes already exist' : undefined,
      };
    });
  },
};

const described = ({ name, key, unique, sparse }: Wanted | IndexRecord): Value =>
  documentIn(
    encode({
      v: 2,
      key: Object.fromEntries(key),
      name,
      unique: unique ? true : undefined,
      sparse: sparse ? true : undefined,
    }),
  );

const idIndex: Wanted = { name: '_id_', key: [['_id', 1]], unique: false, sparse: false };

export const listIndexes: Command = {
  options: ['cursor'],
  writes: false,
  async run(command, { store, cursors, turn }) {
    const { record } = store.require(command.database, command.collection());
    const indexes = [idIndex, ...record.indexes].map(described);
    const batch = await cursors.start(
      namespaceOf(record),
      undefined,
      indexes,
      Infinity,
      false,
      turn,
    );
    return cursorReply(batch, 'firstBatch');
  },
};

function dropped(command: Arguments, record: CollectionRecord): IndexRecord[] {
  const index = command.get('index');
  if (index?.type === BsonType.string && textOf(index) === '*') return [...record.indexes];
  if (index?.type !== BsonType.string && !isObject(index))
    throw badValue('index must be a name or a key');
  try {
    const found = hintOf(record, index);
    if (typeof found === 'object') return [found];
    throw new ServerError(72, 'cannot drop _id index');
  } catch (error) {
    if (error instanceof ServerError && error.code === 2)
      throw new ServerError(27, 'index not found');
    throw error;
  }
}

function dropFrom(command: Arguments, transaction: Transaction): number {
  const { record } = transaction.require(command.database, command.collection());
  const before = record.indexes.length + 1;
  for (const index of dropped(command, record)) transaction.catalogue.dropIndex(record, index);
  return before;
}

export const dropIndexes: Command = {
  options: ['index'],
  writes: true,
  run: (command, { store }) =>
    store.write((transaction) => ({ nIndexesWas: dropFrom(command, transaction) })),
};
