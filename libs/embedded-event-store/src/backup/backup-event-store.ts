import { randomUUID } from 'node:crypto';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve as absolutePath } from 'node:path';
import { lockDirectory } from '@jejak/embedded-node';
import { DATA_FILE, entriesOf, openMaps } from '../storage/environment';
import { writeEndMark } from '../storage/end-mark';
import { readHead } from '../storage/head';

export interface BackupOptions {
  /** The data directory to copy; a node may be running on it. */
  readonly directory: string;
  /** A directory that does not exist yet, or is empty. */
  readonly destination: string;
  /** Replaces an event store at the destination, unless a node runs on it. Default false. */
  readonly overwrite?: boolean;
  /** Bytes copied so far, of about how many. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Backup {
  readonly events: number;
  readonly bytes: number;
  /** Of the last event; -1 when there is none. */
  readonly position: number;
}

const PROGRESS_EVERY_MS = 250;
/** The data file, LMDB's table of readers, the mark of the end, the lock of the directory. */
const STORE_FILE = /^(events\.lmdb(-lock)?|events\.end(\.new)?|node\.lock(\..*)?)$/u;

/**
 * Copies a data directory as it is at one moment, while a node may go on writing to it: every
 * append acknowledged before the call is in the copy, and what is in it is a prefix of the log. The
 * copy appears under its name whole and synced, or not at all, and is a data directory itself.
 *
 * Rejects with `code` `destination-exists` when something is there and `overwrite` was not said,
 * `destination-unusable` when more than an event store is there or it is the directory itself,
 * `directory-locked` when a node runs on what would be replaced, `ENOENT` when there is no event
 * store in the directory, or the system's own code.
 */
export async function backupEventStore(options: BackupOptions): Promise<Backup> {
  const { overwrite = false, onProgress = () => undefined } = options;
  const directory = absolutePath(options.directory);
  const destination = absolutePath(options.destination);
  await access(join(directory, DATA_FILE));
  if (destination === directory) {
    throw refusal('destination-unusable', `${destination} is what is copied`);
  }
  await refuseExisting(destination, overwrite);
  const draft = `${destination}.${randomUUID()}.partial`;
  await mkdir(draft, { recursive: true });
  try {
    await copy(directory, draft, onProgress);
    const backup = await inspect(draft);
    await writeEndMark(draft, backup.position);
    await syncToDisk(join(draft, DATA_FILE));
    await syncToDisk(draft);
    if (overwrite) await replace(destination, draft);
    else await rename(draft, destination);
    await syncToDisk(dirname(destination));
    return backup;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function copy(
  directory: string,
  draft: string,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const file = join(draft, DATA_FILE);
  const { size: total } = await stat(join(directory, DATA_FILE));
  const tell = (): void => {
    // Until the copy has begun there is no file to measure.
    stat(file).then(
      ({ size }) => {
        onProgress(Math.min(size, total), total);
      },
      () => undefined,
    );
  };
  const progress = setInterval(tell, PROGRESS_EVERY_MS);
  const { root } = openMaps(directory, { readOnly: true });
  try {
    await root.backup(file, false);
    onProgress(total, total);
  } finally {
    clearInterval(progress);
    await root.close();
  }
}

async function inspect(draft: string): Promise<Backup> {
  const maps = openMaps(draft, { readOnly: true });
  try {
    const events = entriesOf(maps.log);
    const { size: bytes } = await stat(join(draft, DATA_FILE));
    return { events, bytes, position: readHead(maps).last };
  } finally {
    await maps.root.close();
    await rm(join(draft, `${DATA_FILE}-lock`), { force: true });
  }
}

/** What is replaced is deleted, so nothing may be there that no event store has put there. */
async function refuseExisting(destination: string, overwrite: boolean): Promise<void> {
  const found = await readdir(destination).catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return [];
    if (isCode(error, 'ENOTDIR')) return [basename(destination)];
    throw error;
  });
  if (found.length === 0) return;
  if (!overwrite) {
    throw refusal(
      'destination-exists',
      `${destination} exists, a backup does not replace it unasked`,
    );
  }
  const foreign = found.find((name) => !STORE_FILE.test(name));
  if (foreign === undefined) return;
  throw refusal(
    'destination-unusable',
    `${destination} holds ${foreign}, and a backup replaces nothing but an event store`,
  );
}

/** Between the two renames both copies are whole, the older one under a name of its own. */
async function replace(destination: string, draft: string): Promise<void> {
  const lock = await lockDirectory(destination);
  const older = `${destination}.${randomUUID()}.replaced`;
  try {
    await rename(destination, older);
    await rename(draft, destination);
  } finally {
    await lock.release();
  }
  await rm(older, { recursive: true, force: true });
}

async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const refusal = (code: string, message: string): Error =>
  Object.assign(new Error(message), { code });

/** Not `instanceof Error`: under a test runner system errors come from another realm. */
function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
