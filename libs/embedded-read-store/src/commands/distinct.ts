import { elementsOf, isArray, type Value } from '../bson/value';
import { arrayOf } from '../bson/write';
import { ServerError } from '../errors';
import { equalityName } from '../keys/equality-name';
import { compileFilter } from '../query/filter';
import { forEach } from '../query/pace';
import { type Query, run } from '../query/run';
import { visitValues } from '../query/values-at';
import { splitPath } from '../storage/paths';
import { type CollectionRecord } from '../storage/catalogue';
import { type Arguments, type Command, emptyDocument } from './command';
import { hintOf } from './hint';
import { checkReadOptions, readOptions } from './read-options';

/** What one reply can carry, in bytes. */
const maxBytes = 16 * 1024 * 1024;

export const distinctOptions = ['key', 'query', 'hint', ...readOptions];

export function distinctQuery(command: Arguments, collection: CollectionRecord | undefined): Query {
  checkReadOptions(command);
  const filter = command.document('query') ?? emptyDocument;
  compileFilter(filter);
  const hint = collection === undefined ? undefined : hintOf(collection, command.get('hint'));
  return { filter, sort: [], skip: 0, limit: 0, hint };
}

/** Values that differ, each as it was first seen. @throws ServerError 17217 above 16 MB. */
class Distinct {
  private readonly values = new Map<string, Value>();
  private bytes = 0;

  add(value: Value): void {
    const key = equalityName(value);
    if (this.values.has(key)) return;
    this.values.set(key, value);
    this.bytes += value.end - value.start + 16;
    if (this.bytes > maxBytes) throw new ServerError(17217, 'distinct too big, 16mb cap');
  }

  result(): Value {
    return arrayOf([...this.values.values()]);
  }
}

/** The values at a path, those of arrays one by one. */
export const distinct: Command = {
  options: distinctOptions,
  writes: false,
  async run(command, { store, turn }) {
    const collection = store.find(command.database, command.collection());
    const parts = splitPath(command.text('key'));
    const query = distinctQuery(command, collection?.record);
    const values = new Distinct();
    if (collection !== undefined) {
      await forEach(run(collection, query), turn, (document) => {
        visitValues(document, parts, (value) => {
          for (const each of isArray(value) ? elementsOf(value) : [value]) values.add(each);
        });
      });
    }
    return { values: values.result() };
  },
};
