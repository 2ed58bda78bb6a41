import { fieldsOf } from '../bson/value';
import { ServerError, unsupported } from '../errors';
import { forEach, type Turn } from '../query/pace';
import { type Plan, planFor } from '../query/plan';
import { noEffort, type Query, run } from '../query/run';
import { type CollectionReader } from '../storage/collection';
import { textOf } from '../bson/read';
import { aggregatePlan } from './aggregate';
import { Arguments, type Command, type Reply } from './command';
import { queryOf } from './find';

function stagesOf(plan: Plan, query: Query): Reply {
  const direction = plan.backwards ? 'backward' : 'forward';
  const reached =
    plan.stage === 'IXSCAN'
      ? {
          stage: 'FETCH',
          inputStage: {
            stage: 'IXSCAN',
            keyPattern: Object.fromEntries(plan.index?.key ?? [['_id', 1]]),
            indexName: plan.index?.name ?? '_id_',
            isMultiKey: plan.index?.multikey ?? false,
            direction,
          },
        }
      : { stage: plan.stage, direction };
  if (plan.ordered || query.sort.length === 0) return reached;
  const sortPattern = Object.fromEntries(query.sort.map(({ path, direction: way }) => [path, way]));
  return { stage: 'SORT', sortPattern, inputStage: reached };
}

async function explained(
  collection: CollectionReader,
  query: Query,
  execute: boolean,
  turn: Turn,
): Promise<Reply> {
  const plan = planFor(collection.record, query.filter, query.sort, query.hint);
  const effort = noEffort();
  const started = performance.now();
  let nReturned = 0;
  if (execute) {
    await forEach(run(collection, query, effort), turn, () => {
      nReturned += 1;
    });
  }
  const executionStats = {
    executionSuccess: true,
    nReturned,
    executionTimeMillis: Math.round(performance.now() - started),
    totalKeysExamined: plan.stage === 'COLLSCAN' ? 0 : effort.keys,
    totalDocsExamined: effort.documents,
  };
  return {
    queryPlanner: {
      parsedQuery: query.filter,
      winningPlan: stagesOf(plan, query),
      rejectedPlans: [],
    },
    executionStats: execute ? executionStats : undefined,
  };
}

function queryBehind(inner: Arguments, collection: CollectionReader): Query {
  const { record } = collection;
  if (inner.name === 'find') return queryOf(inner, record);
  if (inner.name === 'aggregate') return aggregatePlan(inner, record).query;
  if (inner.name === 'count' || inner.name === 'distinct') {
    const filter = inner.document('query');
    return {
      ...queryOf(new Arguments('find', inner.body, inner.database), record),
      ...(filter && { filter }),
    };
  }
  throw unsupported(`explain of ${inner.name}`);
}

export const explain: Command = {
  options: ['verbosity'],
  writes: false,
  async run(command, { store, turn }) {
    const body = command.document('explain');
    const name = body === undefined ? undefined : fieldsOf(body)[0]?.name;
    if (body === undefined || name === undefined)
      throw new ServerError(9, 'explain needs a command');
    const inner = new Arguments(name, body, command.database);
    const verbosity = command.get('verbosity');
    const execute = verbosity === undefined || textOf(verbosity) !== 'queryPlanner';
    const collection = store.find(command.database, inner.collection());
    const namespace = `${command.database}.${inner.collection()}`;
    if (collection === undefined) {
      return { queryPlanner: { namespace, winningPlan: { stage: 'EOF' }, rejectedPlans: [] } };
    }
    return {
      ...(await explained(collection, queryBehind(inner, collection), execute, turn)),
      command: body,
    };
  },
};
