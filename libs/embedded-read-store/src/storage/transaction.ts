import { ServerError } from '../errors';
import { type Catalogue, type CollectionRecord } from './catalogue';
import { Collection } from './collection';
import { CountChanges } from './counts';
import { type WritableEntries } from './environment';

/** @throws ServerError 26 when there is no such collection. */
export function present<T>(collection: T | undefined, database: string, name: string): T {
  if (collection === undefined) throw new ServerError(26, `ns does not exist: ${database}.${name}`);
  return collection;
}

/** What a write may do, until its work is over. Only what comes from here may be changed. */
export class Transaction {
  private readonly counts = new CountChanges();

  constructor(
    readonly catalogue: Catalogue,
    readonly entries: WritableEntries,
  ) {}

  open(record: CollectionRecord): Collection {
    return new Collection(this.entries, this.catalogue, this.counts, record);
  }

  find(database: string, name: string): Collection | undefined {
    const record = this.catalogue.find(database, name);
    return record && this.open(record);
  }

  /** @throws ServerError 26. */
  require(database: string, name: string): Collection {
    return present(this.find(database, name), database, name);
  }

  /** As MongoDB does, the first write to a collection creates it. */
  findOrCreate(database: string, name: string): Collection {
    return this.find(database, name) ?? this.open(this.catalogue.create(database, name));
  }

  /** What the catalogue and the counts have become belongs to the same commit. */
  save(): void {
    this.counts.save(this.entries);
    this.catalogue.save(this.entries);
  }
}
