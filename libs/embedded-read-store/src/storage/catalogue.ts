import { type Entries, type WritableEntries } from './environment';
import { catalogueKey } from './keys';

export interface IndexRecord {
  readonly id: number;
  readonly name: string;
  /** Dotted paths with their direction, in index order. */
  readonly key: readonly (readonly [path: string, direction: 1 | -1])[];
  readonly unique: boolean;
  readonly sparse: boolean;
  /** Some document has an array in an indexed field: it has several entries here. */
  multikey: boolean;
  /** Some entry is shortened to fit a key: their order is not the order of the values. */
  truncated: boolean;
}

export interface CollectionRecord {
  readonly id: number;
  database: string;
  name: string;
  indexes: IndexRecord[];
  /** Some `_id` is shortened to fit a key: the order of the keys is not the order of the `_id`s. */
  longIds?: boolean;
}

/** Of keys and values on disk. 2: keys too long for LMDB are shortened by a hash. */
const format = 2;

interface Stored {
  readonly format: number;
  nextId: number;
  collections: CollectionRecord[];
  /** Prefix kinds and ids whose keys still have to be removed after a drop. */
  garbage: Garbage[];
}

export interface Garbage {
  readonly kind: 'documents' | 'entries';
  readonly id: number;
}

const empty = (): Stored => ({ format, nextId: 1, collections: [], garbage: [] });

const formatUnknown = (directory: string): Error =>
  Object.assign(
    new Error(
      `the documents in ${directory} were written by another release: remove that folder, ` +
        'and the views are built again from the events',
    ),
    { code: 'format-unknown' },
  );

export const namespaceOf = (collection: { database: string; name: string }): string =>
  `${collection.database}.${collection.name}`;

/** Which collections and indexes exist. Changed only inside a transaction, then saved by it. */
export class Catalogue {
  private stored = empty();
  private byNamespace = new Map<string, CollectionRecord>();
  private changed = false;
  private version = 0;

  /** `directory` is for what a person is told. */
  constructor(
    private readonly committed: Entries,
    private readonly directory: string,
  ) {
    this.reload();
  }

  /**
   * Back to what is on disk, after a transaction was given up, or to what is written by now, after a
   * part of one was. Throws with code `format-unknown`.
   */
  reload(entries: Entries = this.committed): void {
    const bytes = entries.get(catalogueKey);
    this.stored = bytes === undefined ? empty() : (JSON.parse(bytes.toString()) as Stored);
    if (this.stored.format !== format) throw formatUnknown(this.directory);
    this.changed = false;
    this.version += 1;
    this.rebuildNames();
  }

  /** Writes the catalogue if this transaction changed it. */
  save(entries: WritableEntries): void {
    if (!this.changed) return;
    entries.put(catalogueKey, Buffer.from(JSON.stringify(this.stored)));
    this.changed = false;
  }

  private rebuildNames(): void {
    this.byNamespace = new Map(this.stored.collections.map((each) => [namespaceOf(each), each]));
  }

  /** Another number after every change: what was looked up before may be gone. */
  get generation(): number {
    return this.version;
  }

  touch(): void {
    this.changed = true;
    this.version += 1;
  }

  nextId(): number {
    this.touch();
    return this.stored.nextId++;
  }

  find(database: string, name: string): CollectionRecord | undefined {
    return this.byNamespace.get(`${database}.${name}`);
  }

  /** Whether the very same collection still exists, and the index with it. */
  has(collection: CollectionRecord, index?: IndexRecord): boolean {
    const found = this.stored.collections.find(({ id }) => id === collection.id);
    if (found === undefined || index === undefined) return found !== undefined;
    return found.indexes.some(({ id }) => id === index.id);
  }

  collections(database?: string): CollectionRecord[] {
    return this.stored.collections
      .filter((each) => database === undefined || each.database === database)
      .sort((left, right) => (namespaceOf(left) < namespaceOf(right) ? -1 : 1));
  }

  create(database: string, name: string): CollectionRecord {
    const collection = { id: this.nextId(), database, name, indexes: [] };
    this.stored.collections.push(collection);
    this.rebuildNames();
    return collection;
  }

  rename(collection: CollectionRecord, database: string, name: string): void {
    collection.database = database;
    collection.name = name;
    this.touch();
    this.rebuildNames();
  }

  drop(collection: CollectionRecord): void {
    this.stored.collections = this.stored.collections.filter((each) => each !== collection);
    this.stored.garbage.push({ kind: 'documents', id: collection.id });
    for (const { id } of collection.indexes) this.stored.garbage.push({ kind: 'entries', id });
    this.touch();
    this.rebuildNames();
  }

  addIndex(collection: CollectionRecord, index: IndexRecord): void {
    collection.indexes.push(index);
    this.touch();
  }

  dropIndex(collection: CollectionRecord, index: IndexRecord): void {
    collection.indexes = collection.indexes.filter((each) => each !== index);
    this.stored.garbage.push({ kind: 'entries', id: index.id });
    this.touch();
  }

  allGarbage(): readonly Garbage[] {
    return this.stored.garbage;
  }

  firstGarbage(): Garbage | undefined {
    return this.stored.garbage[0];
  }

  forgetFirstGarbage(): void {
    this.stored.garbage.shift();
    this.touch();
  }
}
