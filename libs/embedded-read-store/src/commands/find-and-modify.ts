import { type Variables } from '../aggregate/expression';
import { type Value } from '../bson/value';
import { nullValue } from '../bson/write';
import { ServerError } from '../errors';
import { compileFilter } from '../query/filter';
import { compileProjection, type Projection } from '../query/projection';
import { keyOfDocument } from '../query/run';
import { parseSort, type SortField } from '../query/sort';
import { type Collection } from '../storage/collection';
import { compileUpdate, type Update } from '../update/update';
import { requireSimpleCollation } from './collation';
import { type Arguments, type Command, type Context, emptyDocument, type Reply } from './command';
import { hintOf } from './hint';
import { runOperations } from './operations';
import { type Target } from './target';
import { idOf, firstMatch, insertUpserted, updateStored } from './update-one';
import { variablesOf } from './variables';

interface Modification {
  readonly filter: Value;
  readonly sort: readonly SortField[];
  readonly hint: Value | undefined;
  /** Undefined when the document is to be removed. */
  readonly update: Update | undefined;
  readonly upsert: boolean;
  readonly afterwards: boolean;
  readonly project: Projection;
  readonly variables: Variables;
}

const refused = (reason: string): ServerError => new ServerError(9, reason);

/** @throws ServerError 9 for parts that contradict each other, and what an update is refused with. */
function modificationOf(command: Arguments): Modification {
  const update = command.get('update');
  const remove = command.truth('remove');
  const afterwards = command.truth('new');
  const upsert = command.truth('upsert');
  const arrayFilters =
    command.get('arrayFilters') === undefined ? [] : command.list('arrayFilters');
  if (remove) {
    if (update !== undefined) throw refused('Cannot specify both an update and remove=true');
    if (upsert) throw refused('Cannot specify both upsert=true and remove=true');
    if (afterwards) {
      throw refused(
        "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document",
      );
    }
    if (arrayFilters.length > 0) throw refused('Cannot specify arrayFilters and remove=true');
  } else if (update === undefined) {
    throw refused('Either an update or remove=true must be specified');
  }
  requireSimpleCollation(command.get('collation'));
  const filter = command.document('query') ?? emptyDocument;
  const variables = variablesOf(command);
  compileFilter(filter, variables);
  return {
    filter,
    sort: parseSort(command.document('sort')),
    hint: command.get('hint'),
    update: update === undefined ? undefined : compileUpdate(update, arrayFilters, variables),
    upsert,
    afterwards,
    project: compileProjection(command.document('fields'), variables) ?? ((value) => value),
    variables,
  };
}

function changeFound(
  collection: Collection,
  found: Value,
  { update, afterwards, filter, project }: Modification,
): Reply {
  if (update === undefined) {
    collection.remove(keyOfDocument(found), found);
    return { lastErrorObject: { n: 1 }, value: project(found) };
  }
  const { after } = updateStored(collection, found, update, filter);
  const value = project(afterwards ? after : found);
  return { lastErrorObject: { n: 1, updatedExisting: true }, value };
}

async function modify(
  modification: Modification,
  target: Target,
  { turn }: Context,
): Promise<Reply> {
  const { filter, sort, update, upsert, afterwards, project } = modification;
  const collection = upsert ? target.findOrCreate() : target.find();
  if (collection !== undefined) {
    const hint = hintOf(collection.record, modification.hint);
    const query = { filter, sort, skip: 0, limit: 1, hint, variables: modification.variables };
    const found = await firstMatch(collection, query, turn);
    if (found !== undefined) return changeFound(collection, found, modification);
  }
  if (update === undefined) return { lastErrorObject: { n: 0 }, value: null };
  if (collection === undefined || !upsert) {
    return { lastErrorObject: { n: 0, updatedExisting: false }, value: null };
  }
  const made = insertUpserted(collection, filter, update);
  const lastErrorObject = { n: 1, updatedExisting: false, upserted: idOf(made) ?? nullValue };
  return { lastErrorObject, value: afterwards ? project(made) : null };
}

export const findAndModify: Command = {
  options:
    'query sort remove update new fields upsert hint arrayFilters collation let bypassDocumentValidation'.split(
      ' ',
    ),
  writes: true,
  async run(command, context) {
    const modification = modificationOf(command);
    const operation = {
      database: command.database,
      collection: command.collection(),
      run: (target: Target) => modify(modification, target, context),
    };
    const { results, errors } = await runOperations(context, [operation], true);
    const [failed] = errors;
    if (failed !== undefined) throw failed.error;
    return results[0]?.result ?? { value: null };
  },
};
