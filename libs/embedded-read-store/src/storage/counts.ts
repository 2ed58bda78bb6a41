import { type Entries, type WritableEntries } from './environment';
import { countKey } from './keys';

/** How many documents a collection has, without walking them. */
export function countOf(entries: Entries, collectionId: number): number {
  return entries.get(countKey(collectionId))?.readDoubleLE() ?? 0;
}

/** What a transaction changes in the counts of collections. */
export class CountChanges {
  private readonly changes = new Map<number, number>();

  add(collectionId: number, documents: number): void {
    this.changes.set(collectionId, (this.changes.get(collectionId) ?? 0) + documents);
  }

  /** Belongs to the same commit as the documents. */
  save(entries: WritableEntries): void {
    for (const [id, change] of this.changes) {
      if (change === 0) continue;
      const count = Buffer.alloc(8);
      count.writeDoubleLE(countOf(entries, id) + change);
      entries.put(countKey(id), count);
    }
  }
}
