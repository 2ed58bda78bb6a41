import { show } from '../bson/show';
import { textOf } from '../bson/read';
import { typeNameOf } from '../bson/type-names';
import { BsonType } from '../bson/types';
import { elementsOf, fieldsOf, isArray, isObject, type Value } from '../bson/value';
import { arrayOf, documentOf, nullValue } from '../bson/write';
import { ServerError, unsupported } from '../errors';
import { pause, Pacer, type Step } from '../query/pace';
import { setComputed } from '../query/projection/apply';
import { emptyTree } from '../query/projection/tree';
import { visitValues } from '../query/values-at';
import { splitPath } from '../storage/paths';
import { fieldPath } from './field-path';
import { ForeignTable } from './foreign-table';
import { addComputed } from './project';
import { type PipelineContext, type Stage } from './stage';

const failed = (message: string): ServerError => new ServerError(9, message);

/** What a joined array may come to with its document: that of a document, as in MongoDB. */
const maxJoinedBytes = 16 * 1024 * 1024;

function argumentsOf(specification: Value): ReadonlyMap<string, string> {
  if (!isObject(specification)) {
    throw failed(
      `the $lookup specification must be an Object, but found ${typeNameOf(specification)}`,
    );
  }
  const given = new Map<string, string>();
  for (const { name, value } of fieldsOf(specification)) {
    if (name === 'pipeline' || name === 'let') throw unsupported(`${name} in $lookup`);
    if (!['from', 'localField', 'foreignField', 'as'].includes(name)) {
      throw failed(`unknown argument to $lookup: ${name}`);
    }
    if (name === 'from' && isObject(value)) throw unsupported('$lookup from another database');
    if (value.type !== BsonType.string) {
      throw failed(
        `$lookup argument '${name}: ${show(value)}' must be a string, is type ${typeNameOf(value)}`,
      );
    }
    given.set(name, textOf(value));
  }
  return given;
}

interface Join {
  readonly from: string;
  readonly localField: readonly string[];
  readonly foreignField: string;
  readonly as: string;
}

function joinOf(specification: Value): Join {
  const given = argumentsOf(specification);
  const [from, localField, foreignField, as] = ['from', 'localField', 'foreignField', 'as'].map(
    (name) => given.get(name),
  );
  if (from === undefined) throw failed("must specify 'from' field for a $lookup");
  if (as === undefined) throw failed("must specify 'as' field for a $lookup");
  if (localField === undefined || foreignField === undefined) {
    throw failed(
      "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    );
  }
  fieldPath(as);
  const foreign = fieldPath(foreignField).join('.');
  return { from, as, localField: fieldPath(localField), foreignField: foreign };
}

/** The values a document joins by: of arrays their elements, null where there is none. */
function localValues(document: Value, path: readonly string[]): Value[] {
  const values: Value[] = [];
  visitValues(document, path, (value) => {
    if (isArray(value)) values.push(...elementsOf(value));
    else values.push(value);
  });
  return values.length === 0 ? [nullValue] : values;
}

/** Equality with any of the values; a regular expression means itself here, no search. */
function filterFor(foreignField: string, values: readonly Value[]): Value {
  if (values.every(({ type }) => type !== BsonType.regex)) {
    return documentOf([[foreignField, documentOf([['$in', arrayOf(values)]])]]);
  }
  const clauses = values.map((value) => documentOf([[foreignField, documentOf([['$eq', value]])]]));
  return documentOf([['$or', arrayOf(clauses)]]);
}

const everything = documentOf([]);

/** How one document's matches are found: they come with pauses. */
type Search = (values: readonly Value[]) => Iterable<Step>;

/** By a query per document; without an index by a table of all that is there, if it fits. */
function* searchFor(
  { from, foreignField }: Join,
  { read, isIndexed }: PipelineContext,
): Generator<typeof pause, Search> {
  const query = { sort: [], skip: 0, limit: 0 };
  if (!isIndexed(from, foreignField)) {
    const table = new ForeignTable(splitPath(foreignField));
    const complete = yield* table.fill(read(from, { ...query, filter: everything }));
    if (complete) return (values) => table.find(values);
  }
  return (values) => read(from, { ...query, filter: filterFor(foreignField, values) });
}

function* matchesOf(found: Iterable<Step>, from: string): Generator<typeof pause, Value[]> {
  const matches: Value[] = [];
  let bytes = 0;
  for (const each of found) {
    if (each === pause) {
      yield pause;
      continue;
    }
    matches.push(each);
    bytes += each.end - each.start;
    if (bytes > maxJoinedBytes) {
      throw new ServerError(
        4568,
        `Total size of documents in ${from} matching pipeline's $lookup stage exceeds 16777216 bytes`,
      );
    }
  }
  return matches;
}

/** `$lookup` by equality. */
export function lookup(specification: Value, context: PipelineContext): Stage {
  const join = joinOf(specification);
  let joined = arrayOf([]);
  const tree = emptyTree();
  addComputed(tree, join.as, () => joined);
  return function* (documents): Generator<Step> {
    let search: Search | undefined;
    const pacer = new Pacer();
    for (const document of documents) {
      if (document === pause) {
        yield pause;
        pacer.restart();
        continue;
      }
      search ??= yield* searchFor(join, context);
      const found = search(localValues(document, join.localField));
      joined = arrayOf(yield* matchesOf(found, join.from));
      yield setComputed(document, tree, document);
      if (!pacer.isDue()) continue;
      yield pause;
      pacer.restart();
    }
  };
}
