import { ServerError } from '../errors';
import { Catalogue, type CollectionRecord } from './catalogue';
import { Collection } from './collection';
import { Environment, type Range } from './environment';
import { documentsPrefix, entriesPrefix, startingWith } from './keys';

/** Keys removed per transaction when a dropped collection is cleaned up. */
const garbageChunk = 2_000;

/** The documents on disk and the catalogue in memory, kept in step. */
export class Store {
  readonly environment: Environment;
  readonly catalogue: Catalogue;
  private depth = 0;

  constructor(directory: string) {
    this.environment = new Environment(directory);
    this.catalogue = new Catalogue(this.environment);
  }

  /** One durable commit for all of `work`; when it throws, disk and memory are as before. */
  write<T>(work: () => T): T {
    if (this.depth > 0) return work();
    this.depth += 1;
    try {
      return this.environment.transaction(() => {
        const result = work();
        this.catalogue.save();
        return result;
      });
    } catch (error) {
      this.catalogue.reload();
      throw error;
    } finally {
      this.depth -= 1;
    }
  }

  open(record: CollectionRecord): Collection {
    return new Collection(this.environment, this.catalogue, record);
  }

  find(database: string, name: string): Collection | undefined {
    const record = this.catalogue.find(database, name);
    return record === undefined ? undefined : this.open(record);
  }

  /** @throws ServerError 26. */
  require(database: string, name: string): Collection {
    const collection = this.find(database, name);
    if (collection === undefined)
      throw new ServerError(26, `ns does not exist: ${database}.${name}`);
    return collection;
  }

  /** As MongoDB does, the first write to a collection creates it. */
  findOrCreate(database: string, name: string): Collection {
    return this.find(database, name) ?? this.open(this.catalogue.create(database, name));
  }

  /** Removes a part of what dropped collections left; false when nothing is left. */
  collectGarbage(): boolean {
    const garbage = this.catalogue.firstGarbage();
    if (garbage === undefined) return false;
    const prefix = (garbage.kind === 'documents' ? documentsPrefix : entriesPrefix)(garbage.id);
    this.write(() => {
      if (!this.removeSome(startingWith(prefix))) this.catalogue.forgetFirstGarbage();
    });
    return true;
  }

  private removeSome(range: Range): boolean {
    const keys: Buffer[] = [];
    for (const { key } of this.environment.scan(range)) {
      keys.push(key);
      if (keys.length === garbageChunk) break;
    }
    for (const key of keys) this.environment.remove(key);
    return keys.length === garbageChunk;
  }

  close(): Promise<void> {
    return this.environment.close();
  }
}
