import { type Variables } from '../aggregate/expression';
import { argumentNumber, isNumber } from '../bson/read';
import { fieldsOf, isObject, type Value } from '../bson/value';
import { badValue, ServerError } from '../errors';
import { type Turn } from '../query/pace';
import { emptyDocument } from './command';
import { deleting } from './delete';
import {
  documentField,
  type FieldRules,
  listField,
  readFields,
  refuseSupplied,
  truthField,
} from './fields';
import { insertion } from './insert';
import { type Operation } from './operations';
import { updating } from './update-one';

/** What one operation of a client-level bulk write did. */
export interface Done {
  readonly kind: 'insert' | 'update' | 'delete';
  readonly n: number;
  readonly modified: number;
  readonly upserted?: Value | undefined;
}

export type Namespace = readonly [database: string, collection: string];

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

/** @throws ServerError 9, 14, 40414, 40415 for what is no operation, 2 for a namespace nobody named. */
export function operationOf(
  document: Value,
  index: number,
  namespaces: readonly Namespace[],
  variables: Variables,
  turn: Turn,
): Operation<Done> {
  const kind = kindOf(document);
  const fields = readFields(document, rules[kind]);
  refuseSupplied(fields);
  const position = fields.get(kind);
  if (!isNumber(position)) {
    throw new ServerError(
      14,
      `BSON field 'bulkWrite.ops.${kind}' is the wrong type, expected 'int'`,
    );
  }
  const namespace = namespaces[argumentNumber(position) ?? -1];
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
    const { run } = deleting(database, collection, { filter, multi, hint, variables }, turn);
    return {
      database,
      collection,
      run: (target) => after(run(target), (n) => ({ kind, n, modified: 0 })),
    };
  }
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
      constants: documentField(fields, 'constants'),
      variables,
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
