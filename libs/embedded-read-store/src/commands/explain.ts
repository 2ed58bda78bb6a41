import { textOf } from '../bson/read';
import { BsonType } from '../bson/types';
import { fieldsOf, type Value } from '../bson/value';
import { badValue, ServerError, unsupported } from '../errors';
import { compileFilter } from '../query/filter';
import { forEach } from '../query/pace';
import { noEffort, type Query, run } from '../query/run';
import { parseSort } from '../query/sort';
import { type CollectionRecord } from '../storage/catalogue';
import { type Store } from '../storage/store';
import { aggregateOptions, aggregatePlan } from './aggregate';
import { Arguments, type Command, emptyDocument, type Reply } from './command';
import { countOptions, countQuery, countsAll } from './count';
import { distinctOptions, distinctQuery } from './distinct';
import { executionOf, type Outcome, plannerOf, shapesOf } from './explain-plan';
import { findOptions, findPlan } from './find';
import { hintOf } from './hint';
import { variablesOf } from './variables';

const verbosities = ['queryPlanner', 'executionStats', 'allPlansExecution'];

/** What of a command is a query on its collection, and what is done with the result. */
interface Explained {
  readonly query: Query;
  readonly projection?: Value | undefined;
  /** The stage above the query. */
  readonly above?: string;
  /** No document is read at all. */
  readonly countsAll?: boolean;
  /** Stages of a pipeline behind the query. */
  readonly pipeline?: readonly Reply[];
}

/** The only operation of a write command. @throws ServerError 2 for more of them. */
function writeQuery(operations: readonly Value[], collection: CollectionRecord | undefined): Query {
  const [operation, ...more] = operations;
  if (operation === undefined || more.length > 0) {
    throw badValue('explained write batches must be of size 1');
  }
  const op = new Arguments('write', operation, '');
  const filter = op.document('q') ?? emptyDocument;
  compileFilter(filter);
  const one = op.number('limit') === 1 || (op.get('u') !== undefined && !op.truth('multi'));
  const hint = collection === undefined ? undefined : hintOf(collection, op.get('hint'));
  return { filter, sort: parseSort(op.document('sort')), skip: 0, limit: one ? 1 : 0, hint };
}

function modifyQuery(inner: Arguments, collection: CollectionRecord | undefined): Query {
  const filter = inner.document('query') ?? emptyDocument;
  const variables = variablesOf(inner);
  compileFilter(filter, variables);
  const hint = collection === undefined ? undefined : hintOf(collection, inner.get('hint'));
  const sort = parseSort(inner.document('sort'));
  return { filter, sort, skip: 0, limit: 1, hint, variables };
}

function explainedOf(
  inner: Arguments,
  collection: CollectionRecord | undefined,
  store: Store,
): Explained {
  switch (inner.name) {
    case 'find':
      inner.check(findOptions);
      return {
        query: findPlan(inner, collection).query,
        projection: inner.document('projection'),
      };
    case 'aggregate': {
      inner.check(aggregateOptions);
      const { query, restStages } = aggregatePlan(inner, collection, store);
      const pipeline = restStages.map(({ name, specification }) => ({ [name]: specification }));
      return { query, pipeline };
    }
    case 'count': {
      inner.check(countOptions);
      const query = countQuery(inner, collection);
      return { query, above: 'COUNT', countsAll: countsAll(query) };
    }
    case 'distinct':
      inner.check(distinctOptions);
      return { query: distinctQuery(inner, collection) };
    case 'update':
      return { query: writeQuery(inner.list('updates'), collection), above: 'UPDATE' };
    case 'delete':
      return { query: writeQuery(inner.list('deletes'), collection), above: 'DELETE' };
    case 'findAndModify':
    case 'findandmodify': {
      const above = inner.truth('remove') ? 'DELETE' : 'UPDATE';
      return { query: modifyQuery(inner, collection), above };
    }
    default:
      throw unsupported(`explain of ${inner.name}`);
  }
}

function verbosityOf(command: Arguments): string {
  const value = command.get('verbosity');
  if (value === undefined) return 'allPlansExecution';
  const verbosity = value.type === BsonType.string ? textOf(value) : '';
  if (verbosities.includes(verbosity)) return verbosity;
  throw badValue(
    `Enumeration value '${verbosity}' for field 'explain.verbosity' is not a valid value.`,
  );
}

function shapesAbove(
  { query, projection, above, countsAll: all }: Explained,
  record: CollectionRecord | undefined,
): ReturnType<typeof shapesOf> {
  if (record === undefined) return [{ stage: 'EOF' }];
  if (all === true) return [{ stage: 'RECORD_STORE_FAST_COUNT' }];
  const shapes = shapesOf(record, query, projection);
  return above === undefined ? shapes : [...shapes, { stage: above }];
}

export const explain: Command = {
  options: ['verbosity'],
  writes: false,
  async run(command, { store, turn }) {
    const body = command.document('explain');
    const name = body === undefined ? undefined : fieldsOf(body)[0]?.name;
    if (body === undefined || name === undefined)
      throw new ServerError(9, 'explain needs a command');
    const verbosity = verbosityOf(command);
    const inner = new Arguments(name, body, command.database);
    const collection = store.find(command.database, inner.collection());
    const namespace = `${command.database}.${inner.collection()}`;
    const explained = explainedOf(inner, collection?.record, store);
    const shapes = shapesAbove(explained, collection?.record);
    const queryPlanner = plannerOf(namespace, explained.query.filter, shapes);

    let outcome: Outcome | undefined;
    if (verbosity !== 'queryPlanner') {
      const effort = noEffort();
      const started = performance.now();
      let returned = 0;
      if (collection !== undefined && explained.countsAll !== true) {
        await forEach(run(collection, explained.query, effort), turn, () => {
          returned += 1;
        });
      }
      outcome = { ...effort, returned, milliseconds: performance.now() - started };
    }
    const all = verbosity === 'allPlansExecution';
    const executionStats = outcome && executionOf(shapes, outcome, all);
    const plan = { queryPlanner, executionStats };
    const { pipeline = [] } = explained;
    // MongoDB shows a pipeline in one of two ways, by the engine it took; readers of both find theirs.
    const stages = pipeline.length === 0 ? undefined : [{ $cursor: plan }, ...pipeline];
    return { explainVersion: '1', ...plan, stages, command: body };
  },
};
