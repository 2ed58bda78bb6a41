import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

export interface DirectoryLock {
  release(): Promise<void>;
}

/** Who holds the directory. The start time tells a process from a later one with the same id. */
interface Holder {
  readonly token: string;
  readonly pid: number;
  readonly startedAt: string;
  readonly host: string;
}

const FILE = 'node.lock';
/** The holder touches its file this often, for those who cannot look at its process. */
const HEARTBEAT_MS = 2_000;
const STALE_AFTER_MS = 5 * HEARTBEAT_MS;
const ATTEMPTS = 3;
/**
 * Whose file has lost its text. The file appears whole, so only a power cut can do that, and no
 * holder outlives one.
 */
const LOST: Holder = { token: '', pid: 0, startedAt: '', host: 'unknown' };

/**
 * Makes this process the only one on the directory. A holder killed without notice is recognised
 * by its process at once; only a lock from another host (a container on the same volume) has to
 * be judged by its heartbeat. Rejects with `code` `directory-locked`, or the system's own code
 * when the directory cannot be written.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  await mkdir(directory, { recursive: true });
  const path = join(directory, FILE);
  const own: Holder = {
    token: randomUUID(),
    pid: process.pid,
    startedAt: processStart(process.pid),
    host: hostname(),
  };
  const draft = `${path}.${own.token}`;
  await writeFile(draft, JSON.stringify(own));
  try {
    for (let attempt = 1; !(await take(draft, path)); attempt++) {
      const holder = await readHolder(path);
      if (attempt === ATTEMPTS || (holder !== undefined && (await isAlive(holder, path)))) {
        throw locked(directory, holder);
      }
      if (holder !== undefined) await removeStale(path, holder);
    }
  } finally {
    await rm(draft, { force: true });
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    // A file that is gone or a disk that is full shows elsewhere; the lock itself stays held.
    utimes(path, now, now).catch(() => undefined);
  }, HEARTBEAT_MS).unref();
  return {
    release: async () => {
      clearInterval(heartbeat);
      if ((await readHolder(path))?.token === own.token) await rm(path, { force: true });
    },
  };
}

/** A hard link to a file already written appears whole or not at all, for one process only. */
async function take(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    return holderIn(await readFile(path, 'utf8'));
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function holderIn(text: string): Holder {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return LOST;
  }
}

async function isAlive(holder: Holder, path: string): Promise<boolean> {
  if (holder === LOST) return false;
  if (holder.host !== hostname()) {
    const { mtimeMs } = await stat(path);
    return Date.now() - mtimeMs < STALE_AFTER_MS;
  }
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return isCode(error, 'EPERM');
  }
  return processStart(holder.pid) === holder.startedAt;
}

/** Moves the dead holder's file aside; should a new holder's file be caught, it is put back. */
async function removeStale(path: string, dead: Holder): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  if ((await readHolder(aside))?.token !== dead.token) await take(aside, path);
  await rm(aside, { force: true });
}

/** Field 22 of `/proc/<pid>/stat`, in ticks since boot; empty where there is no `/proc`. */
function processStart(pid: number): string {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function locked(directory: string, holder: Holder | undefined): Error {
  const by = holder === undefined ? 'another process' : `process ${holder.pid} on ${holder.host}`;
  return Object.assign(new Error(`${directory} is in use by ${by}`), { code: 'directory-locked' });
}

/** Not `instanceof Error`: under a test runner system errors come from another realm. */
function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
