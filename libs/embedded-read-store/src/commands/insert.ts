import { type Command } from './command';
import { type Operation, runOperations, writeErrorsOf } from './operations';
import { requireOwnName } from './namespaces';
import { storable } from './storable';
import { type Value } from '../bson/value';

export const insertion = (
  database: string,
  collection: string,
  document: Value,
): Operation<Value> => ({
  database,
  collection,
  run: (target) => target.findOrCreate().insert(storable(document)),
});

export const insert: Command = {
  options: ['documents', 'ordered', 'bypassDocumentValidation'],
  writes: true,
  async run(command, context) {
    const name = command.collection();
    requireOwnName(command.database, name);
    const operations = command
      .list('documents')
      .map((document) => insertion(command.database, name, document));
    const ordered = command.truth('ordered', true);
    const { results, errors } = await runOperations(context, operations, ordered);
    return { n: results.length, writeErrors: writeErrorsOf(errors) };
  },
};
