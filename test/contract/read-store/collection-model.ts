import { type Document } from 'mongodb';

export interface Row extends Document {
  _id: number;
}

/** The indexes of the modelled collection. */
export const indexes = [
  { key: { a: 1, b: -1 }, name: 'compound' },
  { key: { tags: 1, a: 1 }, name: 'multikey' },
  { key: { u: 1 }, name: 'unique', unique: true },
  { key: { s: 1 }, name: 'sparse', unique: true, sparse: true },
  { key: { t: -1, b: 1 }, name: 'unique multikey', unique: true },
] as const;

const uniques = indexes.filter((index) => 'unique' in index);

/** The values a document shows an index at one field: those of an array, and null for none. */
function shown(value: unknown): unknown[] {
  if (!Array.isArray(value)) return [value ?? null];
  return value.length === 0 ? ['nothing'] : value;
}

function entriesOf(row: Row, key: object): string[] {
  let entries: unknown[][] = [[]];
  for (const field of Object.keys(key)) {
    entries = entries.flatMap((head) => shown(row[field]).map((value) => [...head, value]));
  }
  return entries.map((entry) => JSON.stringify(entry));
}

/** A collection as a map, with unique keys: as slow and as plain as can be. */
export class ModelCollection {
  readonly rows = new Map<number, Row>();

  /** The name of the index a document would break; undefined after writing it. */
  put(row: Row, isNew: boolean): string | undefined {
    if (isNew && this.rows.has(row._id)) return '_id_';
    for (const { key, name, ...options } of uniques) {
      if ('sparse' in options && !Object.keys(key).some((field) => field in row)) continue;
      const mine = new Set(entriesOf(row, key));
      for (const other of this.rows.values()) {
        if (other._id === row._id) continue;
        if ('sparse' in options && !Object.keys(key).some((field) => field in other)) continue;
        if (entriesOf(other, key).some((entry) => mine.has(entry))) return name;
      }
    }
    this.rows.set(row._id, row);
    return undefined;
  }

  all(): Row[] {
    return [...this.rows.values()].sort((left, right) => left._id - right._id);
  }
}
