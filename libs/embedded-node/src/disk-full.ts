import { randomUUID } from 'node:crypto';
import { open, rm, stat } from 'node:fs/promises';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';

/** There was no room for a commit: nothing of it was written. */
export class DiskFull extends Error {}

const { ENOSPC, EDQUOT, EFBIG, EIO } = constants.errno;
/** LMDB's own "map full" does not occur: lmdb-js lets the map grow with the file. */
const REASONS: ReadonlyMap<unknown, string> = new Map([
  [ENOSPC, 'no space left on device'],
  [EDQUOT, 'disk quota exceeded'],
  [EFBIG, 'file size limit reached'],
]);
/** Where a write is cut short by a full disk, LMDB reports an I/O error without a reason. */
const CUT_SHORT = EIO;
/** More than what a full disk has left in the corners. */
const PROBE_BYTES = 65_536;

/**
 * What a failed commit means: `DiskFull` when it failed for want of room, else undefined. An I/O
 * error may be either; writing where the data file ends tells them apart.
 */
export async function diskFull(file: string, error: unknown): Promise<DiskFull | undefined> {
  const code = codeOf(error);
  const reason =
    REASONS.get(code) ??
    (code === CUT_SHORT && (await isOutOfRoom(file)) ? 'no room for a whole write' : undefined);
  if (reason === undefined) return undefined;
  return new DiskFull(`the disk is full: ${file} cannot grow, ${reason}; nothing was written`, {
    cause: error,
  });
}

/**
 * lmdb-js rejects a commit with an error that only has a promise, `commitError`, which in turn is
 * rejected with the cause and must not be left without a listener.
 */
export async function causeOf(error: unknown): Promise<unknown> {
  if (typeof error !== 'object' || error === null || !('commitError' in error)) return error;
  return Promise.resolve(error.commitError).then(
    () => error,
    (cause: unknown) => cause,
  );
}

async function isOutOfRoom(file: string): Promise<boolean> {
  const path = join(dirname(file), `room.${randomUUID()}`);
  try {
    // Behind a hole: a limit on the size of files counts from its start.
    const { size } = await stat(file);
    const handle = await open(path, 'w');
    try {
      const { bytesWritten } = await handle.write(Buffer.alloc(PROBE_BYTES), 0, PROBE_BYTES, size);
      await handle.sync();
      return bytesWritten < PROBE_BYTES;
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (FULL_CODES.has(codeOf(error))) return true;
    throw error;
  } finally {
    await rm(path, { force: true });
  }
}

/** As Node's own file functions name them. */
const FULL_CODES: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
