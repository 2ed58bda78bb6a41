import { argumentNumber, textOf } from '../bson/read';
import { BsonType } from '../bson/types';
import { fieldsOf, isObject, type Value, documentIn } from '../bson/value';
import { encode } from '../bson/encode';
import { badValue, ServerError } from '../errors';
import { type Turn } from '../query/pace';
import { type Arguments, type Command, emptyDocument, type Reply } from './command';
import { deleting } from './delete';
import { documentField, type FieldRules, listField, readFields, truthField } from './fields';
import { cursorReply } from './find';
import { insertion } from './insert';
import { namespaceIn } from './namespaces';
import { type Operation, type Outcome, requireBatch, runOperations } from './operations';
import { requireNoConstants } from './update';
import { updating } from './update-one';

/** What one operation of a client-level bulk write did. */
interface Done {
  readonly kind: 'insert' | 'update' | 'delete';
  readonly n: number;
  readonly modified: number;
  readonly upserted?: Value | undefined;
}

type Namespace = readonly [database: string, collection: string];

const rules: Readonly<Record<Done['kind'], FieldRules>> = {
  insert: { place: 'bulkWrite.ops', required: ['insert', 'document'], optional: [] },
  update: {
    place: 'bulkWrite.ops',
    required: ['update', 'filter', 'updateMods'],
    optional: 'multi upsert upsertSupplied arrayFilters hint sort collation constants'.split(' '),
  },
  delete: {
    place: 'bulkWrite.ops',
    required: ['delete', 'filter'],
    optional: ['multi', 'hint', 'collation'],
  },
};

const kindOf = (operation: Value): Done['kind'] => {
  const name = isObject(operation) ? fieldsOf(operation)[0]?.name : undefined;
  if (name === 'insert' || name === 'update' || name === 'delete') return name;
  throw new ServerError(9, 'A bulkWrite operation must begin with insert, update or delete');
};

async function after<T>(result: T | Promise<T>, make: (value: T) => Done): Promise<Done> {
  return make(await result);
}

function operationOf(
  document: Value,
  index: number,
  namespaces: readonly Namespace[],
  turn: Turn,
): Operation<Done> {
  const kind = kindOf(document);
  const fields = readFields(document, rules[kind]);
  const namespace = namespaces[argumentNumber(fields.get(kind)) ?? -1];
  if (namespace === undefined) {
    throw badValue(`BulkWrite ops entry ${String(index)} has an invalid nsInfo index.`);
  }
  const [database, collection] = namespace;
  const filter = documentField(fields, 'filter') ?? emptyDocument;
  const multi = truthField(fields, 'multi');
  const hint = fields.get('hint');
  if (kind === 'insert') {
    const inserted = documentField(fields, 'document') ?? emptyDocument;
    const { run } = insertion(database, collection, inserted);
    return {
      database,
      collection,
      run: (target) => after(run(target), () => ({ kind, n: 1, modified: 0 })),
    };
  }
  if (kind === 'delete') {
    const { run } = deleting(database, collection, { filter, multi, hint }, turn);
    return {
      database,
      collection,
      run: (target) => after(run(target), (n) => ({ kind, n, modified: 0 })),
    };
  }
  requireNoConstants(fields.get('constants'));
  const { run } = updating(
    database,
    collection,
    {
      filter,
      update: fields.get('updateMods') ?? emptyDocument,
      multi,
      upsert: truthField(fields, 'upsert'),
      arrayFilters: listField(fields, 'arrayFilters'),
      hint,
      sort: documentField(fields, 'sort'),
    },
    turn,
  );
  return {
    database,
    collection,
    run: (target) =>
      after(run(target), ({ matched, modified, upserted }) => ({
        kind,
        n: upserted === undefined ? matched : 1,
        modified,
        upserted,
      })),
  };
}

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
  options: ['ops', 'nsInfo', 'ordered', 'errorsOnly', 'cursor', 'bypassDocumentValidation'],
  writes: true,
  async run(command, context) {
    if (command.database !== 'admin') {
      throw new ServerError(13, 'bulkWrite may only be run against the admin database.');
    }
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
      operations.map((each, index) => operationOf(each, index, namespaces, context.turn)),
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
