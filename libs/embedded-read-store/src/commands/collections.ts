import { ServerError, unsupported } from '../errors';
import { compileFilter } from '../query/filter';
import { type CollectionRecord, namespaceOf } from '../storage/catalogue';
import { documentIn, type Value } from '../bson/value';
import { encode } from '../bson/encode';
import { type Arguments, type Command, emptyDocument } from './command';
import { cursorReply } from './find';

/** What MongoDB can create and this node cannot: code 72, as for an option it does not know. */
const foreignKinds =
  'capped size max viewOn pipeline validator validationLevel validationAction timeseries'.split(
    ' ',
  );
const otherKinds =
  'expireAfterSeconds clusteredIndex changeStreamPreAndPostImages encryptedFields'.split(' ');

export const create: Command = {
  options: [...foreignKinds, ...otherKinds],
  writes: true,
  run(command, { store }) {
    const name = command.collection();
    const foreign = [...foreignKinds, ...otherKinds].find(
      (each) => command.get(each) !== undefined,
    );
    if (foreign !== undefined && !(foreign === 'capped' && !command.truth('capped'))) {
      throw new ServerError(72, `the option ${foreign} of create is not supported`);
    }
    return store.write(() => {
      if (store.catalogue.find(command.database, name) !== undefined) {
        throw new ServerError(48, `Collection ${command.database}.${name} already exists.`);
      }
      store.catalogue.create(command.database, name);
      return {};
    });
  },
};

export const drop: Command = {
  options: [],
  writes: true,
  run(command, { store }) {
    const name = command.collection();
    return store.write((transaction) => {
      const { record } = transaction.require(command.database, name);
      store.catalogue.drop(record);
      return { nIndexesWas: record.indexes.length + 1, ns: namespaceOf(record) };
    });
  },
};

export const dropDatabase: Command = {
  options: [],
  writes: true,
  run: (command, { store }) =>
    store.write(() => {
      for (const record of store.catalogue.collections(command.database))
        store.catalogue.drop(record);
      return { dropped: command.database };
    }),
};

function splitNamespace(command: Arguments, name: string): [database: string, collection: string] {
  const namespace = command.text(name);
  const dot = namespace.indexOf('.');
  if (dot < 1 || dot === namespace.length - 1) {
    throw new ServerError(73, `Invalid namespace specified '${namespace}'`);
  }
  return [namespace.slice(0, dot), namespace.slice(dot + 1)];
}

/** One change of the catalogue, however large the collections are. */
export const renameCollection: Command = {
  options: ['to', 'dropTarget'],
  writes: true,
  run(command, { store }) {
    const from = splitNamespace(command, 'renameCollection');
    const to = splitNamespace(command, 'to');
    if (command.database !== 'admin') {
      throw new ServerError(13, 'renameCollection may only be run against the admin database.');
    }
    return store.write(() => {
      const record = store.catalogue.find(...from);
      if (record === undefined) {
        throw new ServerError(26, `Source collection ${from.join('.')} does not exist`);
      }
      if (from.join('.') === to.join('.')) {
        throw new ServerError(20, "Can't rename a collection to itself");
      }
      const target = store.catalogue.find(...to);
      if (target !== undefined) {
        if (!command.truth('dropTarget')) throw new ServerError(48, 'target namespace exists');
        store.catalogue.drop(target);
      }
      store.catalogue.rename(record, ...to);
      return {};
    });
  },
};

const described = (record: CollectionRecord): Value =>
  documentIn(
    encode({
      name: record.name,
      type: 'collection',
      options: {},
      info: { readOnly: false },
      idIndex: { v: 2, key: { _id: 1 }, name: '_id_' },
    }),
  );

export const listCollections: Command = {
  options: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  writes: false,
  async run(command, { store, cursors, turn }) {
    const matches = compileFilter(command.document('filter') ?? emptyDocument);
    const found = store.catalogue.collections(command.database).map(described).filter(matches);
    const namespace = `${command.database}.$cmd.listCollections`;
    const batch = await cursors.start(namespace, undefined, found, Infinity, false, turn);
    return cursorReply(batch, 'firstBatch');
  },
};

export const listDatabases: Command = {
  options: ['nameOnly', 'filter', 'authorizedDatabases'],
  writes: false,
  run(command, { store }) {
    if (command.database !== 'admin') {
      throw new ServerError(13, 'listDatabases may only be run against the admin database.');
    }
    if (command.get('filter') !== undefined) throw unsupported('a filter of listDatabases');
    const names = [...new Set(store.catalogue.collections().map(({ database }) => database))];
    const databases = names.map((name) => ({ name, sizeOnDisk: 0n, empty: false }));
    return { databases, totalSize: 0n };
  },
};
