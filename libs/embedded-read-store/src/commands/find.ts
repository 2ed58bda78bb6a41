import { argumentNumber, longOf } from '../bson/read';
import { BsonType } from '../bson/types';
import { fieldOf, isObject, type Value } from '../bson/value';
import { badValue, ServerError } from '../errors';
import { type Batch } from '../query/cursors';
import { compileFilter } from '../query/filter';
import { pause, type Step } from '../query/pace';
import { compileProjection, type Projection } from '../query/projection';
import { type Query, run } from '../query/run';
import { parseSort } from '../query/sort';
import { type CollectionRecord } from '../storage/catalogue';
import { type Arguments, type Command, emptyDocument, type Reply } from './command';
import { hintOf } from './hint';
import { checkReadOptions, cursorOptions, readOptions } from './read-options';
import { variablesOf } from './variables';

export interface FindPlan {
  readonly query: Query;
  readonly project: Projection | undefined;
}

/** A hint may also name the natural order, backwards: here that of `_id`. */
function isBackwards(hint: Value | undefined): boolean {
  return isObject(hint) && argumentNumber(fieldOf(hint, '$natural')) === -1;
}

/** What a find asks for. All of it is compiled: what is refused is refused before anything is read. */
export function findPlan(command: Arguments, collection: CollectionRecord | undefined): FindPlan {
  checkReadOptions(command);
  const filter = command.document('filter') ?? emptyDocument;
  const variables = variablesOf(command);
  compileFilter(filter, variables);
  const hint = command.get('hint');
  const sort = parseSort(command.document('sort'));
  const natural = sort.length === 0 && isBackwards(hint);
  const query = {
    filter,
    sort: natural ? [{ path: '_id', direction: -1 as const }] : sort,
    skip: command.size('skip') ?? 0,
    limit: command.size('limit') ?? 0,
    hint: collection === undefined || natural ? undefined : hintOf(collection, hint),
    variables,
  };
  return { query, project: compileProjection(command.document('projection'), variables, filter) };
}

export const cursorReply = ({ documents, cursorId, namespace }: Batch, name: string): Reply => ({
  cursor: { [name]: documents, id: cursorId, ns: namespace },
});

function* mapped(documents: Iterable<Step>, project: Projection): Generator<Step> {
  for (const document of documents) yield document === pause ? pause : project(document);
}

export const findOptions = [
  ...'filter sort projection skip limit batchSize singleBatch hint'.split(' '),
  ...'noCursorTimeout allowDiskUse let'.split(' '),
  ...readOptions,
  ...cursorOptions,
];

export const find: Command = {
  options: findOptions,
  writes: false,
  async run(command, { store, cursors, turn }) {
    const name = command.collection();
    const collection = store.find(command.database, name);
    const { query, project } = findPlan(command, collection?.record);
    const found = collection === undefined ? [] : run(collection, query);
    const documents = project === undefined ? found : mapped(found, project);
    const batch = await cursors.start(
      `${command.database}.${name}`,
      collection?.record,
      documents,
      command.size('batchSize'),
      command.truth('singleBatch'),
      turn,
    );
    return cursorReply(batch, 'firstBatch');
  },
};

const cursorIdOf = (value: Value | undefined): bigint => {
  if (value?.type === BsonType.int64) return longOf(value);
  const number = argumentNumber(value);
  if (number === undefined) throw new ServerError(14, 'a cursor id must be a long');
  return BigInt(number);
};

export const getMore: Command = {
  options: ['collection', 'batchSize'],
  writes: false,
  async run(command, { store, cursors, turn }) {
    const size = command.size('batchSize');
    const exists = (record: CollectionRecord): boolean => store.catalogue.has(record);
    const id = cursorIdOf(command.get('getMore'));
    const batch = await cursors.more(id, size === 0 ? undefined : size, exists, turn);
    return cursorReply(batch, 'nextBatch');
  },
};

export const killCursors: Command = {
  options: ['cursors'],
  writes: false,
  run(command, { cursors }) {
    const ids = command.list('cursors').map(cursorIdOf);
    if (ids.length === 0) throw badValue('Must specify at least one cursor id in: cursors');
    const killed = ids.filter((id) => cursors.kill(id));
    const missing = ids.filter((id) => !killed.includes(id));
    return {
      cursorsKilled: killed,
      cursorsNotFound: missing,
      cursorsAlive: [],
      cursorsUnknown: [],
    };
  },
};
