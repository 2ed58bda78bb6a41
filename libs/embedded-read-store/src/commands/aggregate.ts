import { type NamedStage, nameStage } from '../aggregate/pipeline-maker';
import { each, type PipelineContext, type Stage } from '../aggregate/stage';
import { compilePipeline, countOf } from '../aggregate/stages';
import { argumentNumber } from '../bson/read';
import { BsonType } from '../bson/types';
import { fieldOf, fieldsOf, isObject, type Value } from '../bson/value';
import { arrayOf, documentOf } from '../bson/write';
import { ServerError } from '../errors';
import { type Query, run } from '../query/run';
import { parseSort } from '../query/sort';
import { type CollectionRecord } from '../storage/catalogue';
import { type Store } from '../storage/store';
import { type Arguments, type Command, emptyDocument } from './command';
import { cursorReply } from './find';
import { hintOf } from './hint';
import { checkReadOptions, readOptions } from './read-options';
import { variablesOf } from './variables';

export interface AggregatePlan {
  /** What the first stages ask for, as a query that can use an index. */
  readonly query: Query;
  readonly rest: Stage;
  readonly restStages: readonly NamedStage[];
}

const takeWhile = (stages: NamedStage[], name: string): Value[] => {
  const taken: Value[] = [];
  while (stages[0]?.name === name)
    taken.push(...stages.splice(0, 1).map((stage) => stage.specification));
  return taken;
};

const take = (stages: NamedStage[], name: string): Value | undefined =>
  stages[0]?.name === name ? stages.shift()?.specification : undefined;

function stagesOf(command: Arguments): NamedStage[] {
  return command.list('pipeline').map((stage) => {
    if (isObject(stage)) return nameStage(stage);
    throw new ServerError(14, "Each element of the 'pipeline' array must be an object");
  });
}

/** Leading `$match`, `$sort`, `$skip` and `$limit` become one query; the rest runs on its result. */
export function aggregatePlan(
  command: Arguments,
  collection: CollectionRecord | undefined,
  store: Store,
): AggregatePlan {
  checkReadOptions(command);
  const variables = variablesOf(command);
  const context: PipelineContext = {
    variables,
    read: (name, query) => {
      const foreign = store.find(command.database, name);
      return foreign === undefined ? [] : run(foreign, query);
    },
    isIndexed: (name, path) => {
      const foreign = store.catalogue.find(command.database, name);
      if (foreign === undefined || path === '_id') return true;
      return foreign.indexes.some(({ key: [first] }) => first?.[0] === path);
    },
  };
  const stages = stagesOf(command);
  // Every stage is compiled first: what is refused is refused before anything is read.
  compilePipeline(stages, context);
  const filters = takeWhile(stages, '$match');
  const [only] = filters;
  const filter =
    filters.length > 1 ? documentOf([['$and', arrayOf(filters)]]) : (only ?? emptyDocument);
  const sort = parseSort(take(stages, '$sort'));
  const skip = take(stages, '$skip');
  const limit = take(stages, '$limit');
  const query = {
    filter,
    sort,
    skip: skip === undefined ? 0 : countOf('$skip', skip),
    limit: limit === undefined ? 0 : countOf('$limit', limit),
    hint: collection === undefined ? undefined : hintOf(collection, command.get('hint')),
    variables,
  };
  return { query, rest: compilePipeline(stages, context), restStages: stages };
}

function batchSizeOf(cursor: Value | undefined): number | undefined {
  if (cursor === undefined) {
    throw new ServerError(
      9,
      "The 'cursor' option is required, except for aggregate with the explain argument",
    );
  }
  if (!isObject(cursor)) {
    throw new ServerError(14, 'cursor field must be missing or an object');
  }
  const unknown = fieldsOf(cursor).find(({ name }) => name !== 'batchSize');
  if (unknown !== undefined) {
    throw new ServerError(40415, `BSON field 'cursor.${unknown.name}' is an unknown field.`);
  }
  const size = argumentNumber(fieldOf(cursor, 'batchSize'));
  if (size === undefined || size >= 0) return size;
  throw new ServerError(
    51024,
    `BSON field 'batchSize' value must be >= 0, actual value '${String(size)}'`,
  );
}

/** A document of a result, in bytes; MongoDB's own limit, with its leeway. */
const maxResultBytes = 16 * 1024 * 1024 + 16 * 1024;

const bounded: Stage = each((document) => {
  const size = document.end - document.start;
  if (size <= maxResultBytes) return document;
  throw new ServerError(
    10334,
    `BSONObj size: ${String(size)} is invalid. Size must be between 0 and ${String(maxResultBytes)}(16MB)`,
  );
});

export const aggregateOptions = [
  ...'pipeline cursor allowDiskUse hint bypassDocumentValidation let explain'.split(' '),
  ...readOptions,
];

export const aggregate: Command = {
  options: aggregateOptions,
  writes: false,
  async run(command, { store, cursors, turn }) {
    const target = command.get('aggregate');
    if (target?.type !== BsonType.string) {
      const { restStages } = aggregatePlan(command, undefined, store);
      const first = restStages[0]?.name ?? 'an empty pipeline';
      throw new ServerError(
        73,
        `{aggregate: 1} is not valid for '${first}'; a collection is required.`,
      );
    }
    const name = command.collection();
    const collection = store.find(command.database, name);
    const { query, rest } = aggregatePlan(command, collection?.record, store);
    const size = batchSizeOf(command.get('cursor'));
    const found = collection === undefined ? [] : run(collection, query);
    const batch = await cursors.start(
      `${command.database}.${name}`,
      collection?.record,
      bounded(rest(found)),
      size,
      false,
      turn,
    );
    return cursorReply(batch, 'firstBatch');
  },
};
