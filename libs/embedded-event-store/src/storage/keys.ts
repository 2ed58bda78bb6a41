import { createHash } from 'node:crypto';

/** LMDB keys end at 1978 bytes; longer stream names are kept under their digest. */
const LONGEST_PLAIN_NAME = 1_024;
const PLAIN = 0;
const DIGEST = 1;

export function streamKey(name: string): Buffer {
  const bytes = Buffer.from(name);
  return bytes.length <= LONGEST_PLAIN_NAME
    ? Buffer.concat([Buffer.of(PLAIN), bytes])
    : Buffer.concat([Buffer.of(DIGEST), createHash('sha256').update(bytes).digest()]);
}

/** Big-endian stream id and revision: LMDB's byte order is then the order of the stream. */
export function revisionKey(streamId: number, revision: number): Buffer {
  const key = Buffer.allocUnsafe(12);
  key.writeUInt32BE(streamId, 0);
  key.writeBigUInt64BE(BigInt(revision), 4);
  return key;
}

export function revisionOfKey(key: Uint8Array): number {
  const bytes = Buffer.from(key.buffer, key.byteOffset, key.byteLength);
  return Number(bytes.readBigUInt64BE(4));
}

/** Whole numbers below 2^53, as eight bytes. */
export function encodeNumber(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeDoubleBE(value);
  return bytes;
}

export function decodeNumber(bytes: Buffer): number {
  return bytes.readDoubleBE();
}
