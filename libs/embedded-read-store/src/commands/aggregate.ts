import { compileStage, countOf, nameStage, type NamedStage } from '../aggregate/stages';
import { type Stage } from '../aggregate/stage';
import { fieldOf, fieldsOf, isObject, type Value } from '../bson/value';
import { arrayOf, documentOf } from '../bson/write';
import { BsonType } from '../bson/types';
import { argumentNumber } from '../bson/read';
import { ServerError, unsupported } from '../errors';
import { type Step } from '../query/pace';
import { type Query, run } from '../query/run';
import { parseSort } from '../query/sort';
import { type CollectionRecord } from '../storage/catalogue';
import { type Arguments, type Command, emptyDocument } from './command';
import { cursorReply } from './find';
import { hintOf } from './hint';

export interface AggregatePlan {
  /** What the first stages ask for, as a query that can use an index. */
  readonly query: Query;
  readonly rest: readonly Stage[];
}

const takeWhile = (stages: NamedStage[], name: string): Value[] => {
  const taken: Value[] = [];
  while (stages[0]?.name === name)
    taken.push(...stages.splice(0, 1).map((stage) => stage.specification));
  return taken;
};

const take = (stages: NamedStage[], name: string): Value | undefined =>
  stages[0]?.name === name ? stages.shift()?.specification : undefined;

/** Leading `$match`, `$sort`, `$skip` and `$limit` become one query; the rest runs on its result. */
export function aggregatePlan(
  command: Arguments,
  collection: CollectionRecord | undefined,
): AggregatePlan {
  const stages = command.list('pipeline').map(nameStage);
  // Every stage is compiled first: what is refused is refused before anything is read.
  stages.forEach(compileStage);
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
  };
  return { query, rest: stages.map(compileStage) };
}

function batchSizeOf(cursor: Value | undefined): number | undefined {
  if (!isObject(cursor)) {
    throw new ServerError(
      9,
      "The 'cursor' option is required, except for aggregate with the explain argument",
    );
  }
  const unknown = fieldsOf(cursor).find(({ name }) => name !== 'batchSize');
  if (unknown !== undefined) throw unsupported(`the cursor option ${unknown.name}`);
  return argumentNumber(fieldOf(cursor, 'batchSize'));
}

export const aggregate: Command = {
  options: ['pipeline', 'cursor', 'allowDiskUse', 'hint', 'bypassDocumentValidation'],
  writes: false,
  async run(command, { store, cursors, turn }) {
    const target = command.get('aggregate');
    if (target?.type !== BsonType.string) {
      command.list('pipeline').map(nameStage).forEach(compileStage);
      throw unsupported('aggregate without a collection');
    }
    const name = command.collection();
    const collection = store.find(command.database, name);
    const { query, rest } = aggregatePlan(command, collection?.record);
    const found = collection === undefined ? [] : run(collection, query);
    const documents = rest.reduce<Iterable<Step>>((input, stage) => stage(input), found);
    const namespace = `${command.database}.${name}`;
    const size = batchSizeOf(command.get('cursor'));
    const batch = await cursors.start(
      namespace,
      collection?.record,
      documents,
      size,
      false,
      turn,
    );
    return cursorReply(batch, 'firstBatch');
  },
};
