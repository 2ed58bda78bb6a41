import type { Position } from '@jejak/domain';

import { encodePosition } from './position-codec';

/** A view's document as MongoDB holds it: `position` is that of the last event folded into it. */
export interface StoredDocument {
  readonly _id: string;
  readonly position: Position;
  /** A tombstone: the document is deleted, its place in the log is still needed. */
  readonly _deleted?: true;
  readonly [field: string]: unknown;
}

/** A view's document with what the runtime adds to it; the type to read a view's collection with. */
export type Stored<Document extends object> = Document & {
  readonly _id: string;
  readonly position: Position;
};

/** Part of every filter over a view that can delete: leaves the tombstones out. */
export const notDeleted = { _deleted: { $exists: false } } as const;

const reserved = ['_id', 'position', '_deleted'] as const;

/** Throws TypeError when the view's own fields collide with what the runtime adds. */
export function assertStorable(document: object | null): void {
  if (document === null) return;
  for (const field of reserved) {
    if (field in document) throw new TypeError(`A view's document must not have a field ${field}`);
  }
}

/**
 * A storable document (see `assertStorable`) as it is stored; null becomes a tombstone. The document
 * is spread first because that is several times faster, and servers put `_id` first themselves.
 */
export function toStored(id: string, position: Position, document: object | null): StoredDocument {
  const stands = encodePosition(position);
  if (document === null) return { _id: id, position: stands, _deleted: true };
  return { ...document, _id: id, position: stands };
}

/**
 * The view's own fields. The type is the caller's word: a collection is named by view and version
 * and nothing but that view's `apply` makes its documents.
 */
export function fromStored<Document extends object>(
  stored: Stored<Document> | StoredDocument,
): Document {
  const { _id, position, _deleted, ...document } = stored as StoredDocument;
  return document as Document;
}
