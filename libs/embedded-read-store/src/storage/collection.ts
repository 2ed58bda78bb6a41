import { ObjectId } from 'bson';
import { BsonWriter } from '../bson/write';
import { BsonType } from '../bson/types';
import { documentIn, fieldOf, fieldsOf, firstNameOf, rawOf, type Value } from '../bson/value';
import { ServerError } from '../errors';
import { valueKey } from '../keys/value-key';
import { forEach, type Turn } from '../query/pace';
import { type Catalogue, type CollectionRecord, type IndexRecord, namespaceOf } from './catalogue';
import { type CountChanges, countOf } from './counts';
import { duplicateKey } from './duplicate-key';
import { type Entries, type WritableEntries } from './environment';
import { entriesOf, type IndexEntries, keepsEntries } from './index-entries';
import { documentsPrefix, startingWith } from './keys';
import { fitted, keptIdBytes } from './long-keys';

/** The largest document, in bytes; an update may come 16 KiB above it on the way. */
export const maxDocumentSize = 16 * 1024 * 1024;

interface IndexChange {
  readonly index: IndexRecord;
  readonly next: IndexEntries;
  readonly removed: readonly Buffer[];
  readonly added: readonly Buffer[];
}

const noEntries: IndexEntries = { fields: [], multikey: false, truncated: false };

/** The key of an `_id`. @throws ServerError 53 for a type no `_id` may have. */
export function idKey(id: Value): Buffer {
  if (id.type === BsonType.array || id.type === BsonType.regex || id.type === BsonType.undefined) {
    throw new ServerError(53, "The '_id' value cannot be of type array, regex or undefined");
  }
  return fitted(valueKey(id), keptIdBytes);
}

/** The document with `_id` first, as MongoDB stores it; one is made when it is missing. */
export function withId(document: Value): Value {
  const id = fieldOf(document, '_id');
  if (id !== undefined && firstNameOf(document) === '_id') return document;
  const writer = new BsonWriter(document.end - document.start + 32);
  const at = writer.open();
  if (id === undefined) {
    writer.header(BsonType.objectId, '_id').raw(Buffer.from(new ObjectId().id));
  } else {
    writer.field('_id', id);
  }
  for (const { name, value } of fieldsOf(document)) if (name !== '_id') writer.field(name, value);
  return documentIn(writer.close(at).finish());
}

/** The documents of one collection, to be read. */
export class CollectionReader {
  protected readonly prefix: Buffer;

  constructor(
    readonly entries: Entries,
    readonly catalogue: Catalogue,
    readonly record: CollectionRecord,
  ) {
    this.prefix = documentsPrefix(record.id);
  }

  get range(): ReturnType<typeof startingWith> {
    return startingWith(this.prefix);
  }

  get(id: Buffer): Value | undefined {
    const bytes = this.entries.get(Buffer.concat([this.prefix, id]));
    return bytes === undefined ? undefined : documentIn(bytes);
  }

  count(): number {
    return countOf(this.entries, this.record.id);
  }
}

/** The documents of one collection with their indexes, inside a transaction. */
export class Collection extends CollectionReader {
  constructor(
    private readonly writable: WritableEntries,
    catalogue: Catalogue,
    private readonly counts: CountChanges,
    record: CollectionRecord,
  ) {
    super(writable, catalogue, record);
  }

  /** @throws ServerError 11000 (nothing is written then), 53, 171, 10334. */
  insert(document: Value): Value {
    const complete = withId(document);
    const id = fieldOf(complete, '_id');
    if (id === undefined) throw new ServerError(53, 'a document without an _id');
    const key = idKey(id);
    if (this.get(key) !== undefined) {
      throw duplicateKey(namespaceOf(this.record), '_id_', [['_id', 1]], complete);
    }
    if (key.length > keptIdBytes && this.record.longIds !== true) {
      this.record.longIds = true;
      this.catalogue.touch();
    }
    this.write(key, undefined, complete);
    this.counts.add(this.record.id, 1);
    return complete;
  }

  /** @throws ServerError 11000 (nothing is written then), 171, 10334. */
  replace(id: Buffer, before: Value, next: Value): void {
    this.write(id, before, next);
  }

  remove(id: Buffer, before: Value): void {
    for (const index of this.record.indexes) {
      for (const fields of entriesOf(index, before).fields) {
        this.writable.remove(Buffer.concat([fields, id]));
      }
    }
    this.writable.remove(Buffer.concat([this.prefix, id]));
    this.counts.add(this.record.id, -1);
  }

  private write(id: Buffer, before: Value | undefined, next: Value): void {
    if (next.end - next.start > maxDocumentSize) {
      throw new ServerError(10334, 'a document is larger than 16777216 bytes');
    }
    const changes = this.record.indexes
      .filter((index) => before === undefined || !keepsEntries(index, before, next))
      .map((index) => this.change(index, id, before, next));
    for (const change of changes) this.apply(change, id);
    this.writable.put(Buffer.concat([this.prefix, id]), rawOf(next));
  }

  private change(
    index: IndexRecord,
    id: Buffer,
    before: Value | undefined,
    next: Value,
  ): IndexChange {
    const after = entriesOf(index, next);
    const old = before === undefined ? noEntries : entriesOf(index, before);
    const added = after.fields.filter((key) => !old.fields.some((each) => each.equals(key)));
    const removed = old.fields.filter((key) => !after.fields.some((each) => each.equals(key)));
    if (index.unique) this.requireUnique(index, id, added, next);
    return { index, next: after, added, removed };
  }

  private requireUnique(
    index: IndexRecord,
    id: Buffer,
    added: readonly Buffer[],
    next: Value,
  ): void {
    for (const fields of added) {
      for (const { value } of this.entries.some(startingWith(fields), 2)) {
        if (!value.equals(id)) {
          throw duplicateKey(namespaceOf(this.record), index.name, index.key, next);
        }
      }
    }
  }

  private apply({ index, next, added, removed }: IndexChange, id: Buffer): void {
    for (const fields of removed) this.writable.remove(Buffer.concat([fields, id]));
    for (const fields of added) this.writable.put(Buffer.concat([fields, id]), id);
    if ((next.multikey && !index.multikey) || (next.truncated && !index.truncated)) {
      index.multikey ||= next.multikey;
      index.truncated ||= next.truncated;
      this.catalogue.touch();
    }
  }

  /** Fills a new index from the documents there are. @throws ServerError 11000, 171. */
  async build(index: IndexRecord, turn: Turn): Promise<void> {
    await forEach(this.entries.scan(this.range), turn, ({ key, value }) => {
      const id = key.subarray(this.prefix.length);
      this.apply(this.change(index, id, undefined, documentIn(value)), id);
    });
  }
}
