import { fieldOf, type Value } from '../bson/value';
import { badValue, ServerError } from '../errors';
import { parseSort } from '../query/sort';
import { type Collection } from '../storage/collection';
import { compileUpdate } from '../update/update';
import { Arguments, type Command, type Context, emptyDocument } from './command';
import { hintOf } from './hint';
import { runOperations } from './operations';
import { idOf, insertUpserted, matches, updateStored } from './update-one';

const operationOptions = ['q', 'u', 'upsert', 'multi', 'hint', 'sort'];

interface Tally {
  n: number;
  nModified: number;
  readonly upserted: object[];
}

async function updateBy(
  tally: Tally,
  context: Context,
  collection: Collection,
  operation: Value,
  index: number,
): Promise<void> {
  const op = new Arguments('updates', operation, '');
  op.check(operationOptions);
  const u = fieldOf(operation, 'u');
  if (u === undefined) throw new ServerError(40414, "BSON field 'update.updates.u' is missing");
  const update = compileUpdate(u);
  const multi = op.truth('multi');
  if (multi && update.replacement)
    throw new ServerError(9, 'multi update is not supported for replacement-style update');
  const filter = op.document('q') ?? emptyDocument;
  const sort = parseSort(op.document('sort'));
  if (multi && sort.length > 0) throw badValue('sort is not allowed with multi');
  const hint = hintOf(collection.record, op.get('hint'));
  const query = { filter, sort, skip: 0, limit: multi ? 0 : 1, hint };
  const found = await matches(collection, query, context.turn);
  // Counted when all went well: an operation that fails is reported as an error and not counted.
  const changed = found.filter((document) => updateStored(collection, document, update).changed);
  tally.n += found.length;
  tally.nModified += changed.length;
  if (found.length === 0 && op.truth('upsert')) {
    const made = insertUpserted(collection, filter, update);
    tally.n += 1;
    tally.upserted.push({ index, _id: idOf(made) });
  }
}

export const update: Command = {
  options: ['updates', 'ordered', 'bypassDocumentValidation'],
  writes: true,
  async run(command, context) {
    const tally: Tally = { n: 0, nModified: 0, upserted: [] };
    const { writeErrors } = await runOperations(
      command,
      context,
      command.list('updates'),
      (into, operation, index) => updateBy(tally, context, into, operation, index),
    );
    const upserted = tally.upserted.length > 0 ? tally.upserted : undefined;
    return { n: tally.n, nModified: tally.nModified, upserted, writeErrors };
  },
};
