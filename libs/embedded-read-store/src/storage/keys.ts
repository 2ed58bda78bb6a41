import { type Range } from './environment';

/**
 * The first byte of every LMDB key. Catalogue: one JSON entry. Documents: collection id and `_id`.
 * Index entries: index id, the fields, `_id`. Ids are never given twice, so a renamed or dropped
 * collection costs one catalogue write.
 */
const space = { catalogue: 0x01, documents: 0x02, entries: 0x03, counts: 0x04 } as const;

export const catalogueKey = Buffer.from([space.catalogue]);

function prefix(kind: number, id: number): Buffer {
  const bytes = Buffer.allocUnsafe(5);
  bytes.writeUInt8(kind, 0);
  bytes.writeUInt32BE(id, 1);
  return bytes;
}

/** Every key of documents, every key of index entries. */
export const allDocuments: Range = {
  start: Buffer.from([space.documents]),
  end: Buffer.from([space.documents + 1]),
};
export const allEntries: Range = {
  start: Buffer.from([space.entries]),
  end: Buffer.from([space.entries + 1]),
};

/** The id of the collection or index a key belongs to. */
export const idInKey = (key: Buffer): number => key.readUInt32BE(1);

export const prefixLength = 5;
export const documentsPrefix = (collectionId: number): Buffer =>
  prefix(space.documents, collectionId);
/** Where the number of a collection's documents is. */
export const countKey = (collectionId: number): Buffer => prefix(space.counts, collectionId);
export const entriesPrefix = (indexId: number): Buffer => prefix(space.entries, indexId);

/** The first key that does not begin with `bytes`. */
export function after(bytes: Buffer): Buffer {
  let length = bytes.length;
  while (length > 0 && bytes.readUInt8(length - 1) === 0xff) length -= 1;
  const next = Buffer.from(bytes.subarray(0, length));
  if (length > 0) next.writeUInt8(next.readUInt8(length - 1) + 1, length - 1);
  return next;
}

/** All keys that begin with `bytes`. */
export const startingWith = (bytes: Buffer): Range => ({ start: bytes, end: after(bytes) });
