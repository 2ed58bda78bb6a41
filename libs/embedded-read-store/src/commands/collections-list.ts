import { argumentNumber } from '../bson/read';
import { encode } from '../bson/encode';
import { documentIn, type Value } from '../bson/value';
import { ServerError } from '../errors';
import { compileFilter } from '../query/filter';
import { type CollectionRecord } from '../storage/catalogue';
import { type Arguments, type Command, emptyDocument } from './command';
import { readFields } from './fields';
import { cursorReply } from './find';

/** The batch size of a listing's cursor; everything at once when it says none. */
export function listBatchSize(command: Arguments): number {
  const cursor = command.document('cursor');
  if (cursor === undefined) return Infinity;
  const place = `${command.name}.cursor`;
  const fields = readFields(cursor, { place, required: [], optional: ['batchSize'] });
  return argumentNumber(fields.get('batchSize')) ?? Infinity;
}

const named = ({ name }: CollectionRecord): object => ({ name, type: 'collection' });

const described = (record: CollectionRecord): object => ({
  ...named(record),
  options: {},
  info: { readOnly: false },
  idIndex: { v: 2, key: { _id: 1 }, name: '_id_' },
});

const documentFrom = (object: object): Value => documentIn(encode(object));

export const listCollections: Command = {
  options: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  writes: false,
  async run(command, { store, cursors, turn }) {
    const matches = compileFilter(command.document('filter') ?? emptyDocument);
    const found = store.catalogue
      .collections(command.database)
      .filter((record) => matches(documentFrom(described(record))))
      .map((record) => documentFrom(command.truth('nameOnly') ? named(record) : described(record)));
    const namespace = `${command.database}.$cmd.listCollections`;
    const size = listBatchSize(command);
    const batch = await cursors.start(namespace, undefined, found, size, false, turn);
    return cursorReply(batch, 'firstBatch');
  },
};

/** Sizes are not counted: a database here is a part of one file. */
export const listDatabases: Command = {
  options: ['nameOnly', 'filter', 'authorizedDatabases'],
  writes: false,
  run(command, { store }) {
    if (command.database !== 'admin') {
      throw new ServerError(13, 'listDatabases may only be run against the admin database.');
    }
    const matches = compileFilter(command.document('filter') ?? emptyDocument);
    const names = [...new Set(store.catalogue.collections().map(({ database }) => database))];
    const databases = names
      .map((name) => ({ name, sizeOnDisk: 0n, empty: false }))
      .filter((each) => matches(documentFrom(each)));
    if (command.truth('nameOnly')) return { databases: databases.map(({ name }) => ({ name })) };
    return { databases, totalSize: 0n, totalSizeMb: 0n };
  },
};
