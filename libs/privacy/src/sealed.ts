import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
/** Pinned: without it, a tag cut to four bytes would be taken too. */
const authTagLength = 16;
/** What is sealed is filled up to a multiple of this, so that its length says little. */
const blockBytes = 256;
const version = 'v1.';

/** What was sealed is not what is opened, or not with this key, or not in this place. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
  constructor(override readonly cause?: unknown) {
    super('A sealed text cannot be opened with this key in this place.');
  }
}

/**
 * Encrypts with a 256-bit key. `place` is authenticated and not stored: sealed in one place, the
 * text cannot be moved to another. Randomised: the same text never looks the same twice.
 */
export function seal(key: Buffer, place: string, content: Buffer): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength });
  cipher.setAAD(Buffer.from(place, 'utf8'));
  const sealed = Buffer.concat([iv, cipher.update(filled(content)), cipher.final()]);
  return version + Buffer.concat([sealed, cipher.getAuthTag()]).toString('base64url');
}

/** Throws `SealBroken`. */
export function unseal(key: Buffer, place: string, text: string): Buffer {
  try {
    if (!text.startsWith(version)) throw new Error('unknown version');
    const bytes = Buffer.from(text.slice(version.length), 'base64url');
    const end = bytes.length - authTagLength;
    const iv = bytes.subarray(0, ivBytes);
    const decipher = createDecipheriv(algorithm, key, iv, { authTagLength });
    decipher.setAAD(Buffer.from(place, 'utf8')).setAuthTag(bytes.subarray(end));
    const content = Buffer.concat([
      decipher.update(bytes.subarray(ivBytes, end)),
      decipher.final(),
    ]);
    return content.subarray(4, 4 + content.readUInt32BE(0));
  } catch (error) {
    throw new SealBroken(error);
  }
}

/** Length, content, zeros. */
function filled(content: Buffer): Buffer {
  const size = Math.ceil((4 + content.length) / blockBytes) * blockBytes;
  const block = Buffer.alloc(size);
  block.writeUInt32BE(content.length, 0);
  content.copy(block, 4);
  return block;
}
