import { type Value } from '../bson/value';
import { nullValue } from '../bson/write';
import { ServerError } from '../errors';
import { compileProjection } from '../query/projection';
import { keyOfDocument } from '../query/run';
import { parseSort } from '../query/sort';
import { type Collection } from '../storage/collection';
import { compileUpdate } from '../update/update';
import { type Arguments, type Command, type Context, emptyDocument, type Reply } from './command';
import { hintOf } from './hint';
import { idOf, insertUpserted, matches, updateStored } from './update-one';

async function modify(
  command: Arguments,
  context: Context,
  collection: Collection,
): Promise<Reply> {
  const project = compileProjection(command.document('fields')) ?? ((value: Value) => value);
  const filter = command.document('query') ?? emptyDocument;
  const sort = parseSort(command.document('sort'));
  const hint = hintOf(collection.record, command.get('hint'));
  const u = command.get('update');
  if ((u === undefined) === !command.truth('remove')) {
    throw new ServerError(9, "Either an update or 'remove' must be given, not both");
  }
  const update = u === undefined ? undefined : compileUpdate(u);
  const query = { filter, sort, skip: 0, limit: 1, hint };
  const [found] = await matches(collection, query, context.turn);
  if (update === undefined) {
    if (found === undefined) return { lastErrorObject: { n: 0 }, value: null };
    collection.remove(keyOfDocument(found), found);
    return { lastErrorObject: { n: 1 }, value: project(found) };
  }
  const afterwards = command.truth('new');
  if (found !== undefined) {
    const { after } = updateStored(collection, found, update);
    const value = project(afterwards ? after : found);
    return { lastErrorObject: { n: 1, updatedExisting: true }, value };
  }
  if (!command.truth('upsert')) {
    return { lastErrorObject: { n: 0, updatedExisting: false }, value: null };
  }
  const made = insertUpserted(collection, filter, update);
  const lastErrorObject = { n: 1, updatedExisting: false, upserted: idOf(made) ?? nullValue };
  return { lastErrorObject, value: afterwards ? project(made) : null };
}

export const findAndModify: Command = {
  options: 'query sort remove update new fields upsert hint bypassDocumentValidation'.split(' '),
  writes: true,
  async run(command, context) {
    const name = command.collection();
    const namespace = `${command.database}.${name}`;
    if (context.faults?.budget(namespace) === 0) context.faults.afterCommit(namespace, 0);
    const reply = await context.store.write((transaction) =>
      modify(command, context, transaction.findOrCreate(command.database, name)),
    );
    context.faults?.afterCommit(namespace, 1);
    return reply;
  },
};
