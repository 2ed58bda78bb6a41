import { sameValue } from '../bson/compare';
import { elementsOf, fieldsOf, isArray, type Value } from '../bson/value';
import { arrayOf } from '../bson/write';
import { valueKey } from '../keys/value-key';
import { forEach } from '../query/pace';
import { run } from '../query/run';
import { compileFilter } from '../query/filter';
import { someAt, splitPath } from '../storage/paths';
import { type Command, emptyDocument } from './command';
import { hintOf } from './hint';

export const count: Command = {
  options: ['query', 'limit', 'skip', 'hint'],
  writes: false,
  async run(command, { store, turn }) {
    const collection = store.find(command.database, command.collection());
    const filter = command.document('query') ?? emptyDocument;
    compileFilter(filter);
    const skip = command.size('skip') ?? 0;
    const limit = Math.abs(command.number('limit') ?? 0);
    if (collection === undefined) return { n: 0 };
    if (fieldsOf(filter).length === 0) {
      const rest = Math.max(0, collection.count() - skip);
      return { n: limit === 0 ? rest : Math.min(rest, limit) };
    }
    const hint = hintOf(collection.record, command.get('hint'));
    let n = 0;
    await forEach(run(collection, { filter, sort: [], skip, limit, hint }), turn, () => {
      n += 1;
    });
    return { n };
  },
};

export const distinct: Command = {
  options: ['key', 'query', 'hint'],
  writes: false,
  async run(command, { store, turn }) {
    const collection = store.find(command.database, command.collection());
    const parts = splitPath(command.text('key'));
    const filter = command.document('query') ?? emptyDocument;
    compileFilter(filter);
    const values = new Map<string, Value>();
    const give = (value: Value): void => {
      const key = valueKey(value).toString('latin1');
      const known = values.get(key);
      if (known === undefined || !sameValue(known, value)) values.set(key, value);
    };
    if (collection !== undefined) {
      const hint = hintOf(collection.record, command.get('hint'));
      const query = { filter, sort: [], skip: 0, limit: 0, hint };
      await forEach(run(collection, query), turn, (document) => {
        someAt(document, parts, (value) => {
          if (value !== undefined) (isArray(value) ? elementsOf(value) : [value]).forEach(give);
          return false;
        });
      });
    }
    const ordered = [...values].sort(([left], [right]) => (left < right ? -1 : 1));
    return { values: arrayOf(ordered.map(([, value]) => value)) };
  },
};
