import { type Variables } from '../aggregate/expression';
import { type Value } from '../bson/value';
import { type Turn } from '../query/pace';
import { type Command, emptyDocument } from './command';
import {
  documentField,
  type FieldRules,
  listField,
  readFields,
  refuseSupplied,
  truthField,
} from './fields';
import { type Operation, runOperations, writeErrorsOf } from './operations';
import { requireOwnName } from './namespaces';
import { type UpdateResult, updating } from './update-one';
import { variablesOf } from './variables';

const rules: FieldRules = {
  place: 'update.updates',
  required: ['q', 'u'],
  optional: ['upsert', 'multi', 'hint', 'sort', 'arrayFilters', 'collation', 'c', 'upsertSupplied'],
};

function operationOf(
  database: string,
  collection: string,
  document: Value,
  variables: Variables,
  turn: Turn,
): Operation<UpdateResult> {
  const fields = readFields(document, rules);
  refuseSupplied(fields);
  const operation = {
    filter: documentField(fields, 'q') ?? emptyDocument,
    update: fields.get('u') ?? emptyDocument,
    multi: truthField(fields, 'multi'),
    upsert: truthField(fields, 'upsert'),
    arrayFilters: listField(fields, 'arrayFilters'),
    hint: fields.get('hint'),
    sort: documentField(fields, 'sort'),
    constants: documentField(fields, 'c'),
    variables,
  };
  return updating(database, collection, operation, turn);
}

export const update: Command = {
  options: ['updates', 'ordered', 'let', 'bypassDocumentValidation'],
  writes: true,
  async run(command, context) {
    const name = command.collection();
    requireOwnName(command.database, name);
    const variables = variablesOf(command);
    const operations = command
      .list('updates')
      .map((each) => operationOf(command.database, name, each, variables, context.turn));
    const ordered = command.truth('ordered', true);
    const { results, errors } = await runOperations(context, operations, ordered);
    let n = 0;
    let nModified = 0;
    const upserted: object[] = [];
    for (const { index, result } of results) {
      n += result.matched;
      nModified += result.modified;
      if (result.upserted === undefined) continue;
      n += 1;
      upserted.push({ index, _id: result.upserted });
    }
    return {
      n,
      nModified,
      upserted: upserted.length > 0 ? upserted : undefined,
      writeErrors: writeErrorsOf(errors),
    };
  },
};
