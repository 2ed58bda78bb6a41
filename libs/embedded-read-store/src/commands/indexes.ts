import { documentIn, type Value } from '../bson/value';
import { documentOf, int32Value } from '../bson/write';
import { encode } from '../bson/encode';
import { badValue, ServerError } from '../errors';
import { type CollectionRecord, type IndexRecord, namespaceOf } from '../storage/catalogue';
import { listBatchSize } from './collections-list';
import { type Command } from './command';
import { cursorReply } from './find';
import { exists, maxIndexes, type Wanted, wantedIndex } from './indexes-wanted';
import { requireDatabaseName, requireOwnName } from './namespaces';

function requireRoom({ name, ...record }: CollectionRecord, built: number): void {
  if (record.indexes.length + built + 1 < maxIndexes) return;
  throw new ServerError(67, `add index fails, too many indexes for ${record.database}.${name}`);
}

export const createIndexes: Command = {
  options: ['indexes', 'commitQuorum', 'ignoreUnknownIndexOptions'],
  writes: true,
  run(command, { store, turn }) {
    const name = command.collection();
    const wanted = command.list('indexes').map(wantedIndex);
    if (wanted.length === 0) throw badValue('Must specify at least one index to create');
    requireDatabaseName(command.database);
    requireOwnName(command.database, name);
    return store.write(async (transaction) => {
      const { catalogue } = transaction;
      const created = catalogue.find(command.database, name) === undefined;
      const collection = transaction.findOrCreate(command.database, name);
      const before = collection.record.indexes.length + 1;
      const built: IndexRecord[] = [];
      for (const each of wanted) {
        if (exists([...collection.record.indexes, ...built], each)) continue;
        requireRoom(collection.record, built.length);
        const index = { ...each, id: catalogue.nextId(), multikey: false, truncated: false };
        await collection.build(index, turn);
        built.push(index);
      }
      // Whoever reads meanwhile knows none of them before all of them are about to be committed.
      for (const index of built) catalogue.addIndex(collection.record, index);
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
      // Not as an object: those put fields whose names are numbers first.
      key: documentOf(key.map(([path, direction]) => [path, int32Value(direction)] as const)),
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
    const size = listBatchSize(command);
    const namespace = namespaceOf(record);
    const batch = await cursors.start(namespace, record, indexes, size, false, turn);
    return cursorReply(batch, 'firstBatch');
  },
};
