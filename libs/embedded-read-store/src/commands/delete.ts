import { type Variables } from '../aggregate/expression';
import { argumentNumber } from '../bson/read';
import { type Value } from '../bson/value';
import { ServerError } from '../errors';
import { compileFilter } from '../query/filter';
import { type Turn } from '../query/pace';
import { keyOfDocument } from '../query/run';
import { type Command, emptyDocument } from './command';
import { documentField, type FieldRules, readFields } from './fields';
import { hintOf } from './hint';
import { type Operation, runOperations, writeErrorsOf } from './operations';
import { requireOwnName } from './namespaces';
import { type Target } from './target';
import { forEachMatch } from './update-one';
import { variablesOf } from './variables';

/** One delete as every command understands it. */
export interface DeleteOperation {
  readonly filter: Value;
  readonly multi: boolean;
  readonly hint: Value | undefined;
  readonly variables: Variables;
}

async function apply(
  { filter, multi, hint, variables }: DeleteOperation,
  target: Target,
  turn: Turn,
): Promise<number> {
  compileFilter(filter, variables);
  const collection = target.find();
  if (collection === undefined) return 0;
  const query = {
    filter,
    sort: [],
    skip: 0,
    limit: multi ? 0 : 1,
    hint: hintOf(collection.record, hint),
    variables,
  };
  return forEachMatch(collection, query, turn, (document) => {
    collection.remove(keyOfDocument(document), document);
  });
}

/** Answers how many documents it deleted. */
export const deleting = (
  database: string,
  collection: string,
  operation: DeleteOperation,
  turn: Turn,
): Operation<number> => ({
  database,
  collection,
  run: (target) => apply(operation, target, turn),
});

const rules: FieldRules = {
  place: 'delete.deletes',
  required: ['q', 'limit'],
  optional: ['hint', 'collation'],
};

function operationOf(document: Value, variables: Variables): DeleteOperation {
  const fields = readFields(document, rules);
  const limit = argumentNumber(fields.get('limit'));
  if (limit !== 0 && limit !== 1) {
    throw new ServerError(
      9,
      `The limit field in delete objects must be 0 or 1. Got ${String(limit)}`,
    );
  }
  const filter = documentField(fields, 'q') ?? emptyDocument;
  return { filter, multi: limit === 0, hint: fields.get('hint'), variables };
}

export const deleteDocuments: Command = {
  options: ['deletes', 'ordered', 'let', 'bypassDocumentValidation'],
  writes: true,
  async run(command, context) {
    const name = command.collection();
    requireOwnName(command.database, name);
    const variables = variablesOf(command);
    const operations = command
      .list('deletes')
      .map((each) => deleting(command.database, name, operationOf(each, variables), context.turn));
    const ordered = command.truth('ordered', true);
    const { results, errors } = await runOperations(context, operations, ordered);
    const n = results.reduce((total, { result }) => total + result, 0);
    return { n, writeErrors: writeErrorsOf(errors) };
  },
};
