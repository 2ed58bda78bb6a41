import { type Value } from '../bson/value';
import { ServerError } from '../errors';
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
import { type UpdateResult, updating } from './update-one';

const rules: FieldRules = {
  place: 'update.updates',
  required: ['q', 'u'],
  optional: ['upsert', 'multi', 'hint', 'sort', 'arrayFilters', 'collation', 'c', 'upsertSupplied'],
};

/** @throws ServerError 51198: constants are for updates by pipeline, and refused with them. */
export function requireNoConstants(constants: Value | undefined): void {
  if (constants === undefined) return;
  throw new ServerError(51198, 'Constant values may only be specified for pipeline updates');
}

function operationOf(
  database: string,
  collection: string,
  document: Value,
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
  };
  return updating(database, collection, operation, turn);
}

export const update: Command = {
  options: ['updates', 'ordered', 'bypassDocumentValidation'],
  writes: true,
  async run(command, context) {
    const name = command.collection();
    const operations = command
      .list('updates')
      .map((document) => operationOf(command.database, name, document, context.turn));
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
