import { type Catalogue, type Garbage } from '../storage/catalogue';
import { type Range } from '../storage/environment';
import {
  after,
  allDocuments,
  allEntries,
  documentsPrefix,
  entriesPrefix,
  idInKey,
} from '../storage/keys';
import { Fault, type Walk } from './walk';

/** What belongs to no collection and no index is what a drop left, and known as such. */
export function checkNothingElse(catalogue: Catalogue, walk: Walk): void {
  const records = catalogue.collections();
  const garbage = (kind: Garbage['kind']): number[] =>
    catalogue.allGarbage().flatMap((each) => (each.kind === kind ? [each.id] : []));
  const collections = new Set([...records.map(({ id }) => id), ...garbage('documents')]);
  const indexes = new Set([
    ...records.flatMap((record) => record.indexes.map(({ id }) => id)),
    ...garbage('entries'),
  ]);
  checkIds(allDocuments, documentsPrefix, collections, 'documents of collection', walk);
  checkIds(allEntries, entriesPrefix, indexes, 'entries of index', walk);
}

/** Steps from id to id, not from key to key. */
function checkIds(
  { start, end }: Range,
  prefixOf: (id: number) => Buffer,
  known: ReadonlySet<number>,
  what: string,
  { entries }: Walk,
): void {
  let from = start;
  for (;;) {
    const [first] = entries.some({ start: from, end }, 1);
    if (first === undefined) return;
    const id = idInKey(first.key);
    if (!known.has(id)) throw new Fault(`${what} number ${String(id)} belong to nobody`);
    from = after(prefixOf(id));
  }
}
