import { argumentNumber, argumentTruth } from '../bson/read';
import { type Value } from '../bson/value';
import { ServerError } from '../errors';
import { namespaceOf } from '../storage/catalogue';
import { requireSimpleCollation } from './collation';
import { type Arguments, type Command } from './command';
import { namespaceIn, requireDatabaseName, requireOwnName } from './namespaces';

/** What MongoDB can create and this node cannot: code 72, as for an option it does not know. */
const foreignKinds =
  'capped size max viewOn pipeline validator validationLevel validationAction timeseries expireAfterSeconds clusteredIndex changeStreamPreAndPostImages encryptedFields indexOptionDefaults storageEngine'.split(
    ' ',
  );

/** Options of `create` that say what is the case anyway. */
const saysNothing = (name: string, value: Value): boolean =>
  name === 'capped' && !argumentTruth(value);

export const create: Command = {
  options: [...foreignKinds, 'collation', 'autoIndexId', 'idIndex'],
  writes: true,
  run(command, { store }) {
    const name = command.collection();
    const foreign = foreignKinds.find((option) => {
      const value = command.get(option);
      return value !== undefined && !saysNothing(option, value);
    });
    requireSimpleCollation(command.get('collation'));
    requireDatabaseName(command.database);
    requireOwnName(command.database, name);
    return store.write(() => {
      const exists = store.catalogue.find(command.database, name) !== undefined;
      if (foreign !== undefined) {
        throw exists
          ? new ServerError(
              48,
              `namespace ${command.database}.${name} already exists, but with different options`,
            )
          : new ServerError(72, `the option ${foreign} of create is not supported`);
      }
      // All collections are alike here: one that is there has the options that were asked for.
      if (!exists) store.catalogue.create(command.database, name);
      return {};
    });
  },
};

export const drop: Command = {
  options: [],
  writes: true,
  run(command, { store }) {
    const name = command.collection();
    requireOwnName(command.database, name);
    return store.write(({ catalogue }) => {
      const record = catalogue.find(command.database, name);
      // Dropping what is not there is no error since MongoDB 7.0.
      if (record === undefined) return {};
      catalogue.drop(record);
      return { nIndexesWas: record.indexes.length + 1, ns: namespaceOf(record) };
    });
  },
};

export const dropDatabase: Command = {
  options: [],
  writes: true,
  run(command, { store }) {
    if (argumentNumber(command.get('dropDatabase')) !== 1) {
      throw new ServerError(5_255_100, 'Have to pass 1 as db parameter');
    }
    return store.write(({ catalogue }) => {
      for (const record of catalogue.collections(command.database)) catalogue.drop(record);
      return { dropped: command.database };
    });
  },
};

const namespaceArgument = (command: Arguments, name: string): readonly [string, string] => {
  const namespace = namespaceIn(command.text(name));
  requireOwnName(...namespace);
  return namespace;
};

/** One change of the catalogue, however large the collections are. */
export const renameCollection: Command = {
  options: ['to', 'dropTarget'],
  writes: true,
  run(command, { store }) {
    if (command.database !== 'admin') {
      throw new ServerError(13, 'renameCollection may only be run against the admin database.');
    }
    const from = namespaceArgument(command, 'renameCollection');
    const to = namespaceArgument(command, 'to');
    if (from.join('.') === to.join('.')) {
      throw new ServerError(20, "Can't rename a collection to itself");
    }
    return store.write(({ catalogue }) => {
      const record = catalogue.find(...from);
      if (record === undefined) {
        throw new ServerError(26, `Source collection ${from.join('.')} does not exist`);
      }
      const target = catalogue.find(...to);
      if (target !== undefined) {
        if (!command.truth('dropTarget')) throw new ServerError(48, 'target namespace exists');
        catalogue.drop(target);
      }
      catalogue.rename(record, ...to);
      return {};
    });
  },
};
