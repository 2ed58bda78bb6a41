import { fieldsOf, type Value } from '../bson/value';
import { planFor, type Plan } from '../query/plan';
import { type Effort, type Query } from '../query/run';
import { type CollectionRecord } from '../storage/catalogue';
import { type Reply } from './command';

/** What a run came to; undefined when the plan was only asked for. */
export interface Outcome extends Effort {
  readonly returned: number;
  readonly milliseconds: number;
}

/** One stage of a plan, around the one it reads from. */
interface Shape {
  readonly stage: string;
  readonly details?: Reply;
}

function reached(plan: Plan): Shape[] {
  const direction = plan.backwards ? 'backward' : 'forward';
  if (plan.stage !== 'IXSCAN') return [{ stage: plan.stage, details: { direction } }];
  const scan = {
    keyPattern: Object.fromEntries(plan.index?.key ?? [['_id', 1]]),
    indexName: plan.index?.name ?? '_id_',
    isMultiKey: plan.index?.multikey ?? false,
    isUnique: plan.index?.unique ?? true,
    isSparse: plan.index?.sparse ?? false,
    isPartial: false,
    direction,
  };
  return [{ stage: 'IXSCAN', details: scan }, { stage: 'FETCH' }];
}

/** The stages of a query from its source upwards. */
export function shapesOf(
  record: CollectionRecord,
  query: Query,
  projection: Value | undefined,
): Shape[] {
  const plan = planFor(record, query.filter, query.sort, query.hint);
  const shapes = reached(plan);
  const { sort, skip, limit } = query;
  if (sort.length > 0 && !plan.ordered) {
    const sortPattern = Object.fromEntries(sort.map(({ path, direction }) => [path, direction]));
    const limitAmount = limit === 0 ? undefined : skip + limit;
    shapes.push({ stage: 'SORT', details: { sortPattern, limitAmount } });
  }
  if (skip > 0) shapes.push({ stage: 'SKIP', details: { skipAmount: skip } });
  if (limit > 0) shapes.push({ stage: 'LIMIT', details: { limitAmount: limit } });
  if (projection !== undefined && fieldsOf(projection).length > 0) {
    shapes.push({ stage: 'PROJECTION_DEFAULT', details: { transformBy: projection } });
  }
  return shapes;
}

const nested = (shapes: readonly Shape[], of: (shape: Shape) => Reply): Reply =>
  shapes.reduce<Reply>(
    (inputStage, shape, index) => ({ ...of(shape), ...(index > 0 && { inputStage }) }),
    {},
  );

/** How a namespace is queried, in the shape of MongoDB's classic plans. */
export const plannerOf = (namespace: string, filter: Value, shapes: readonly Shape[]): Reply => ({
  namespace,
  parsedQuery: filter,
  indexFilterSet: false,
  winningPlan: nested(shapes, ({ stage, details }) => ({ stage, ...details })),
  rejectedPlans: [],
});

const examined = (stage: string, outcome: Outcome): Reply => {
  if (stage === 'IXSCAN') return { keysExamined: outcome.keys };
  const reads = ['FETCH', 'COLLSCAN', 'IDHACK'].includes(stage);
  return reads ? { docsExamined: outcome.documents } : {};
};

/** What the run came to, as a whole and by stage; only the last stage's documents were counted. */
export function executionOf(shapes: readonly Shape[], outcome: Outcome, all: boolean): Reply {
  const top = shapes.at(-1);
  const scanned = shapes[0]?.stage === 'COLLSCAN';
  return {
    executionSuccess: true,
    nReturned: outcome.returned,
    executionTimeMillis: Math.round(outcome.milliseconds),
    totalKeysExamined: scanned ? 0 : outcome.keys,
    totalDocsExamined: outcome.documents,
    executionStages: nested(shapes, (shape) => ({
      stage: shape.stage,
      ...(shape === top && { nReturned: outcome.returned }),
      ...shape.details,
      ...examined(shape.stage, outcome),
    })),
    allPlansExecution: all ? [] : undefined,
  };
}
