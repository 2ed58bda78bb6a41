import { createHash } from 'node:crypto';

/**
 * How many bytes of a key are kept as they are, so that fields and `_id` fit into the 1,978 bytes of
 * an LMDB key together. Of a longer one so many, then its SHA-256: still equal exactly for equal
 * values, but no longer in their order, nor found by a longer beginning.
 */
export const keptFieldsBytes = 992;
export const keptIdBytes = 868;

export function fitted(key: Buffer, kept: number): Buffer {
  if (key.length <= kept) return key;
  return Buffer.concat([key.subarray(0, kept), createHash('sha256').update(key).digest()]);
}
