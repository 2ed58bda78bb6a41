import { fieldsOf } from '../bson/value';
import { compileFilter } from '../query/filter';
import { forEach } from '../query/pace';
import { type Query, run } from '../query/run';
import { type CollectionRecord } from '../storage/catalogue';
import { type Arguments, type Command, emptyDocument } from './command';
import { hintOf } from './hint';
import { checkReadOptions, readOptions } from './read-options';

export const countOptions = ['query', 'limit', 'skip', 'hint', 'fields', ...readOptions];

/** What a count counts. A negative limit counts as far as a positive one. */
export function countQuery(command: Arguments, collection: CollectionRecord | undefined): Query {
  checkReadOptions(command);
  const filter = command.document('query') ?? emptyDocument;
  compileFilter(filter);
  return {
    filter,
    sort: [],
    skip: command.size('skip') ?? 0,
    limit: Math.abs(Math.trunc(command.number('limit') ?? 0)),
    hint: collection === undefined ? undefined : hintOf(collection, command.get('hint')),
  };
}

/** Whether the number of stored documents answers it. */
export const countsAll = ({ filter, hint }: Query): boolean =>
  fieldsOf(filter).length === 0 && hint === undefined;

export const count: Command = {
  options: countOptions,
  writes: false,
  async run(command, { store, turn }) {
    const collection = store.find(command.database, command.collection());
    const query = countQuery(command, collection?.record);
    if (collection === undefined) return { n: 0 };
    if (countsAll(query)) {
      const rest = Math.max(0, collection.count() - query.skip);
      return { n: query.limit === 0 ? rest : Math.min(rest, query.limit) };
    }
    let n = 0;
    await forEach(run(collection, query), turn, () => {
      n += 1;
    });
    return { n };
  },
};
