import { fieldsOf, isArray, isObject, type Field, type Value } from '../bson/value';
import { int64Value, nullValue } from '../bson/write';
import { typeNameOf } from '../bson/type-names';
import { ServerError, unsupported } from '../errors';
import { valueKey } from '../keys/value-key';
import { pause, Pacer } from '../query/pace';
import { setComputed } from '../query/projection/apply';
import { type Collision, emptyTree } from '../query/projection/tree';
import { parseSort, sortKeyMaker, type SortField } from '../query/sort';
import { keyedBy } from '../query/sort-runs';
import { compileExpression, type Expression, type Variables } from './expression';
import { addComputed } from './project';
import { type PipelineContext, type Stage } from './stage';

const stage = '$setWindowFields';

/** Where a document stands in its partition; all begin at 1. */
interface Standing {
  documentNumber: bigint;
  rank: bigint;
  denseRank: bigint;
}

const functions: Readonly<Record<string, keyof Standing>> = {
  $documentNumber: 'documentNumber',
  $rank: 'rank',
  $denseRank: 'denseRank',
};

/** Window functions MongoDB has and this node has not. */
const foreignFunctions = new Set(
  '$addToSet $avg $bottom $bottomN $concatArrays $count $covariancePop $covarianceSamp $derivative $expMovingAvg $first $firstN $integral $last $lastN $linearFill $locf $max $maxN $median $min $minMaxScaler $minN $percentile $push $setUnion $shift $stdDevPop $stdDevSamp $sum $top $topN'.split(
    ' ',
  ),
);

const outputCollision: Collision = (path) =>
  new ServerError(
    6307900,
    `specification contains two conflicting paths. Cannot specify both '${path}' and another path that begins with it or that it begins with`,
  );

function rankingOf({ name, value }: Field, sort: readonly SortField[]): keyof Standing {
  const fields = isObject(value) ? fieldsOf(value) : [];
  const operator = fields.find((each) => each.name.startsWith('$'));
  if (operator === undefined) {
    throw new ServerError(
      9,
      `Expected a $-prefixed window function, ${fields[0]?.name ?? ''} in field ${name}`,
    );
  }
  const ranking = functions[operator.name];
  if (ranking === undefined) {
    if (foreignFunctions.has(operator.name)) {
      throw unsupported(`the window function ${operator.name}`);
    }
    throw new ServerError(9, `Unrecognized window function, ${operator.name}`);
  }
  if (fields.length > 1) {
    throw new ServerError(5371601, 'Rank style window functions take no other arguments');
  }
  if (!isObject(operator.value) || fieldsOf(operator.value).length > 0) {
    throw new ServerError(5371603, `${operator.name} must be specified with '{}' as the value`);
  }
  if (sort.length !== 1) {
    throw new ServerError(
      5371602,
      `${operator.name} must be specified with a top level sortBy expression with exactly one element`,
    );
  }
  return ranking;
}

function partitionKeyMaker(
  by: Value | undefined,
  variables: Variables,
): (document: Value) => Buffer {
  if (by === undefined) return () => Buffer.alloc(0);
  const expression: Expression = compileExpression(by, variables);
  return (document) => {
    const value = expression(document) ?? nullValue;
    if (isArray(value)) {
      throw new ServerError(
        14,
        'An expression used to partition cannot evaluate to value of type array',
      );
    }
    return valueKey(value);
  };
}

/** `$setWindowFields` with the three rankings: partitions one after the other, each in its order. */
export function setWindowFields(specification: Value, { variables }: PipelineContext): Stage {
  if (!isObject(specification)) {
    throw new ServerError(
      9,
      `the ${stage} stage specification must be an object, found ${typeNameOf(specification)}`,
    );
  }
  const given = new Map(fieldsOf(specification).map(({ name, value }) => [name, value] as const));
  const foreign = [...given.keys()].find(
    (name) => !['partitionBy', 'sortBy', 'output'].includes(name),
  );
  if (foreign !== undefined) {
    throw new ServerError(40415, `BSON field '${stage}.${foreign}' is an unknown field.`);
  }
  const sort = parseSort(given.get('sortBy'));
  const output = given.get('output');
  if (output === undefined) {
    throw new ServerError(40414, `BSON field '${stage}.output' is missing but a required field`);
  }
  if (!isObject(output)) throw new ServerError(14, `BSON field '${stage}.output' is no object`);
  const partitionKey = partitionKeyMaker(given.get('partitionBy'), variables);
  const sortKey = sortKeyMaker(sort);

  let standing: Standing = { documentNumber: 0n, rank: 0n, denseRank: 0n };
  const tree = emptyTree();
  for (const field of fieldsOf(output)) {
    const ranking = rankingOf(field, sort);
    addComputed(tree, field.name, () => int64Value(standing[ranking]), outputCollision);
  }
  return function* (documents) {
    const ordered = keyedBy(
      documents,
      (document) => Buffer.concat([partitionKey(document), sortKey(document)]),
      0,
    );
    let partition: Buffer | undefined;
    let position: Buffer | undefined;
    let current: Standing = standing;
    const pacer = new Pacer();
    for (const keyed of ordered) {
      if (keyed === pause) {
        yield pause;
        pacer.restart();
        continue;
      }
      const { document, key } = keyed;
      const nextPartition = partitionKey(document);
      const nextPosition = key.subarray(nextPartition.length);
      const starts = partition?.equals(nextPartition) !== true;
      const tied = !starts && position?.equals(nextPosition) === true;
      current = starts
        ? { documentNumber: 1n, rank: 1n, denseRank: 1n }
        : {
            documentNumber: current.documentNumber + 1n,
            rank: tied ? current.rank : current.documentNumber + 1n,
            denseRank: tied ? current.denseRank : current.denseRank + 1n,
          };
      [partition, position] = [nextPartition, nextPosition];
      standing = current;
      yield setComputed(document, tree, document);
      if (!pacer.isDue()) continue;
      yield pause;
      pacer.restart();
    }
  };
}
