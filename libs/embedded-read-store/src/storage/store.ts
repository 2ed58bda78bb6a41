import { ServerError } from '../errors';
import { Catalogue, type CollectionRecord } from './catalogue';
import { Collection, CollectionReader } from './collection';
import { Environment, type Range, type WritableEntries } from './environment';
import { documentsPrefix, entriesPrefix, startingWith } from './keys';
import { Queue } from './queue';

/** Keys removed per transaction when a dropped collection is cleaned up. */
const garbageChunk = 2_000;

/** What a write may do, until its work is over. Only what comes from here may be changed. */
export class Transaction {
  constructor(
    readonly catalogue: Catalogue,
    private readonly entries: WritableEntries,
  ) {}

  open(record: CollectionRecord): Collection {
    return new Collection(this.entries, this.catalogue, record);
  }

  find(database: string, name: string): Collection | undefined {
    const record = this.catalogue.find(database, name);
    return record === undefined ? undefined : this.open(record);
  }

  /** @throws ServerError 26. */
  require(database: string, name: string): Collection {
    return present(this.find(database, name), database, name);
  }

  /** As MongoDB does, the first write to a collection creates it. */
  findOrCreate(database: string, name: string): Collection {
    return this.find(database, name) ?? this.open(this.catalogue.create(database, name));
  }

  /** Removes a part of what lies in a range; false when nothing is left of it. */
  removeSome(range: Range): boolean {
    const found = this.entries.some(range, garbageChunk);
    for (const { key } of found) this.entries.remove(key);
    return found.length > 0;
  }
}

function present<T>(collection: T | undefined, database: string, name: string): T {
  if (collection === undefined) throw new ServerError(26, `ns does not exist: ${database}.${name}`);
  return collection;
}

/** The documents on disk and the catalogue in memory, kept in step. */
export class Store {
  readonly catalogue: Catalogue;
  private readonly environment: Environment;
  private readonly writers = new Queue();

  constructor(directory: string) {
    this.environment = new Environment(directory);
    this.catalogue = new Catalogue(this.environment.committed);
  }

  /**
   * One durable commit for all of `work`; when it throws, disk and memory are as before. One write at
   * a time; it may await its turns, and reading goes on meanwhile without seeing it.
   */
  write<T>(work: (transaction: Transaction) => T | Promise<T>): Promise<T> {
    return this.writers.add(() => this.commit(work));
  }

  private async commit<T>(work: (transaction: Transaction) => T | Promise<T>): Promise<T> {
    try {
      return await this.environment.transaction((entries) => {
        const finish = (result: T): T => {
          this.catalogue.save(entries);
          return result;
        };
        const result = work(new Transaction(this.catalogue, entries));
        return result instanceof Promise ? result.then(finish) : finish(result);
      });
    } catch (error) {
      this.catalogue.reload();
      throw error;
    }
  }

  find(database: string, name: string): CollectionReader | undefined {
    const record = this.catalogue.find(database, name);
    return record && new CollectionReader(this.environment.committed, this.catalogue, record);
  }

  /** @throws ServerError 26. */
  require(database: string, name: string): CollectionReader {
    return present(this.find(database, name), database, name);
  }

  /** Removes a part of what dropped collections left; false when nothing is left. */
  async collectGarbage(): Promise<boolean> {
    const garbage = this.catalogue.firstGarbage();
    if (garbage === undefined) return false;
    const prefix = (garbage.kind === 'documents' ? documentsPrefix : entriesPrefix)(garbage.id);
    await this.write((transaction) => {
      if (!transaction.removeSome(startingWith(prefix))) this.catalogue.forgetFirstGarbage();
    });
    return true;
  }

  /** Resolves when the write under way, and those that wait, are over. */
  async close(): Promise<void> {
    await this.writers.add(() => Promise.resolve());
    await this.environment.close();
  }
}
