import { argumentNumber, textOf } from '../bson/read';
import { show } from '../bson/show';
import { BsonType } from '../bson/types';
import { elementsOf, fieldsOf, isArray, isObject, type Value } from '../bson/value';
import { ServerError } from '../errors';
import { type CollectionRecord, type IndexRecord } from '../storage/catalogue';
import { type Command } from './command';
import { type IndexKey, isIdKey, sameKey } from './indexes-wanted';

const idIndexStays = (): ServerError => new ServerError(72, 'cannot drop _id index');

function named(record: CollectionRecord, name: string): IndexRecord {
  if (name === '_id_') throw idIndexStays();
  const found = record.indexes.find((index) => index.name === name);
  if (found === undefined) throw new ServerError(27, `index not found with name [${name}]`);
  return found;
}

function keyed(record: CollectionRecord, value: Value): IndexRecord {
  const key: IndexKey = fieldsOf(value).map(({ name, value: direction }) => [
    name,
    (argumentNumber(direction) ?? 1) < 0 ? -1 : 1,
  ]);
  if (isIdKey(key)) throw idIndexStays();
  const [found, another] = record.indexes.filter((index) => sameKey(index.key, key));
  if (found === undefined) {
    throw new ServerError(27, `can't find index with key: ${show(value)}`);
  }
  if (another !== undefined) {
    throw new ServerError(
      181,
      `${show(value)} matches several indexes: ${found.name} and ${another.name}. Drop them by name.`,
    );
  }
  return found;
}

/** The indexes a `dropIndexes` means. @throws ServerError 14, 27, 72, 181. */
function meant(record: CollectionRecord, index: Value | undefined): IndexRecord[] {
  if (index?.type === BsonType.string) {
    const name = textOf(index);
    return name === '*' ? [...record.indexes] : [named(record, name)];
  }
  if (isObject(index)) return [keyed(record, index)];
  if (isArray(index)) {
    return elementsOf(index).map((name) => {
      if (name.type === BsonType.string) return named(record, textOf(name));
      throw new ServerError(14, 'dropIndexes.index must be an array of names');
    });
  }
  throw new ServerError(
    14,
    "BSON field 'dropIndexes.index' must be a name, a key or an array of names",
  );
}

export const dropIndexes: Command = {
  options: ['index'],
  writes: true,
  run: (command, { store }) =>
    store.write((transaction) => {
      const { record } = transaction.require(command.database, command.collection());
      const nIndexesWas = record.indexes.length + 1;
      const index = command.get('index');
      for (const each of meant(record, index)) transaction.catalogue.dropIndex(record, each);
      const all = index?.type === BsonType.string && textOf(index) === '*';
      return { nIndexesWas, msg: all ? 'non-_id indexes dropped for collection' : undefined };
    }),
};
