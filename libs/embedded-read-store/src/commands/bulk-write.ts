import { argumentNumber, textOf } from '../bson/read';
import { BsonType } from '../bson/types';
import { documentIn, type Value } from '../bson/value';
import { encode } from '../bson/encode';
import { ServerError } from '../errors';
import { type Done, operationOf } from './bulk-write-operations';
import { type Arguments, type Command, type Reply } from './command';
import { readFields } from './fields';
import { cursorReply } from './find';
import { namespaceIn } from './namespaces';
import { type Outcome, requireBatch, runOperations } from './operations';
import { variablesOf } from './variables';

/** One document of the reply's cursor per operation, or per failed one, in their order. */
function reports({ results, errors }: Outcome<Done>, errorsOnly: boolean): Value[] {
  const failed = errors.map(({ index, error: { code, message: errmsg, details } }) => ({
    idx: index,
    report: { ok: 0, idx: index, code, errmsg, n: 0, ...details },
  }));
  const done = results.map(({ index, result: { kind, n, modified, upserted } }) => ({
    idx: index,
    report: {
      ok: 1,
      idx: index,
      n,
      nModified: kind === 'update' ? modified : undefined,
      upserted: upserted === undefined ? undefined : { _id: upserted },
    },
  }));
  return [...failed, ...(errorsOnly ? [] : done)]
    .sort((left, right) => left.idx - right.idx)
    .map(({ report }) => documentIn(encode(report)));
}

function counts({ results, errors }: Outcome<Done>): Reply {
  const totals = { nInserted: 0, nMatched: 0, nModified: 0, nUpserted: 0, nDeleted: 0 };
  for (const { kind, n, modified, upserted } of results.map(({ result }) => result)) {
    if (kind === 'insert') totals.nInserted += n;
    else if (kind === 'delete') totals.nDeleted += n;
    else if (upserted !== undefined) totals.nUpserted += 1;
    else totals.nMatched += n;
    totals.nModified += modified;
  }
  return { nErrors: errors.length, ...totals };
}

function batchSizeOf(command: Arguments): number | undefined {
  const cursor = command.document('cursor');
  if (cursor === undefined) return undefined;
  const fields = readFields(cursor, {
    place: 'bulkWrite.cursor',
    required: [],
    optional: ['batchSize'],
  });
  return argumentNumber(fields.get('batchSize'));
}

/** Inserts, updates and deletes in several collections: MongoDB's own command since 8.0. */
export const bulkWrite: Command = {
  options: ['ops', 'nsInfo', 'ordered', 'errorsOnly', 'cursor', 'let', 'bypassDocumentValidation'],
  writes: true,
  async run(command, context) {
    if (command.database !== 'admin') {
      throw new ServerError(13, 'bulkWrite may only be run against the admin database.');
    }
    const variables = variablesOf(command);
    const operations = command.list('ops');
    requireBatch(operations.length);
    const namespaces = command.list('nsInfo').map((each) => {
      const ns = readFields(each, {
        place: 'bulkWrite.nsInfo',
        required: ['ns'],
        optional: ['encryptionInformation'],
      }).get('ns');
      if (ns?.type !== BsonType.string) {
        throw new ServerError(14, "BSON field 'bulkWrite.nsInfo.ns' is the wrong type");
      }
      return namespaceIn(textOf(ns));
    });
    const outcome = await runOperations(
      context,
      operations.map((each, index) =>
        operationOf(each, index, namespaces, variables, context.turn),
      ),
      command.truth('ordered', true),
    );
    const batch = await context.cursors.start(
      'admin.$cmd.bulkWrite',
      undefined,
      reports(outcome, command.truth('errorsOnly')),
      batchSizeOf(command) ?? Infinity,
      false,
      context.turn,
    );
    return { ...cursorReply(batch, 'firstBatch'), ...counts(outcome) };
  },
};
