import { closeSync, ftruncateSync, fstatSync, openSync, readSync } from 'node:fs';

/** What LMDB begins each of its two root pages with, and where in there what is needed stands. */
const MAGIC = 0xbeefc0de;
const MAGIC_AT = 24;
const PAGE_SIZE_AT = 48;
const LAST_PAGE_AT = 144;
const TRANSACTION_AT = 152;
const ROOT_BYTES = 160;

interface Root {
  readonly pageSize: number;
  readonly lastPage: number;
  readonly transaction: number;
}

/**
 * LMDB follows page numbers without looking: what is no file of its own, or ends before its last
 * page, ends the process. So this is found out before. Throws an error with `code` `log-unreadable`
 * for the one. The other is filled up with zeros, which LMDB refuses with an error where it needs
 * them; a file may also be short of pages that were freed, and then nothing is wrong.
 */
export function prepareDataFile(path: string, readOnly: boolean): void {
  const file = openIfThere(path, readOnly ? 'r' : 'r+');
  if (file === undefined) return;
  try {
    const { size } = fstatSync(file);
    if (size === 0) return;
    const first = rootAt(file, 0);
    const second = first && rootAt(file, first.pageSize);
    if (first === undefined || second === undefined) {
      throw Object.assign(new Error(`${path} is no event log, or its first pages are damaged`), {
        code: 'log-unreadable',
      });
    }
    const { lastPage, pageSize } = second.transaction > first.transaction ? second : first;
    const needed = (lastPage + 1) * pageSize;
    if (size < needed && !readOnly) ftruncateSync(file, needed);
  } finally {
    closeSync(file);
  }
}

function openIfThere(path: string, flags: string): number | undefined {
  try {
    return openSync(path, flags);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw error;
  }
}

function rootAt(file: number, position: number): Root | undefined {
  const root = Buffer.alloc(ROOT_BYTES);
  const read = readSync(file, root, 0, ROOT_BYTES, position);
  if (read < ROOT_BYTES || root.readUInt32LE(MAGIC_AT) !== MAGIC) return undefined;
  return {
    pageSize: root.readUInt32LE(PAGE_SIZE_AT),
    lastPage: Number(root.readBigUInt64LE(LAST_PAGE_AT)),
    transaction: Number(root.readBigUInt64LE(TRANSACTION_AT)),
  };
}
