import { randomUUID } from 'node:crypto';
import { link, mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  HEARTBEAT_MS,
  holderNow,
  isAlive,
  isCode,
  LOST,
  readHolder,
  type Holder,
} from './lock-holder';

export interface DirectoryLock {
  /** Resolves when another process has taken the directory, so that nothing may be written there. */
  readonly lost: Promise<Error>;
  release(): Promise<void>;
}

const FILE = 'node.lock';
const ATTEMPTS = 5;
/** While another process takes the directory from a dead one. */
const PAUSE_MS = 20;

/**
 * Makes this process the only one on the directory. A holder killed without notice is recognised
 * by its process at once; only a lock from another host or container has to be judged by its
 * heartbeat. Rejects with `code` `directory-locked`, or the system's own code when the directory
 * cannot be written.
 */
export async function lockDirectory(
  directory: string,
  heartbeatMs = HEARTBEAT_MS,
): Promise<DirectoryLock> {
  await mkdir(directory, { recursive: true });
  const path = join(directory, FILE);
  const own = holderNow(randomUUID());
  const draft = await writeDraft(path, own);
  try {
    for (let attempt = 1; !(await take(draft, path)); attempt++) {
      const holder = await readHolder(path);
      if (holder === undefined) continue;
      if (attempt === ATTEMPTS || (await isAlive(holder, path, heartbeatMs))) {
        throw locked(directory, holder);
      }
      if (await succeed(draft, path, holder, heartbeatMs)) break;
      await sleep(PAUSE_MS);
    }
  } finally {
    await rm(draft, { force: true });
  }
  return keep(path, own, directory, heartbeatMs);
}

async function writeDraft(path: string, own: Holder): Promise<string> {
  const draft = `${path}.${own.token}`;
  await writeFile(draft, JSON.stringify(own));
  return draft;
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

/**
 * Puts `draft` in the place of a dead holder's file, unless somebody else does. Only the process
 * whose claim stands beside the file may replace it; the claim of one that died over it is
 * succeeded to in the same way.
 */
async function succeed(
  draft: string,
  path: string,
  dead: Holder,
  heartbeatMs: number,
): Promise<boolean> {
  const claims: string[] = [];
  let before: Holder | undefined = dead;
  while (before !== undefined) {
    const claim: string = `${path}.after.${encodeURIComponent(before.token)}`;
    if (await take(draft, claim)) {
      const isTheSame = (await readHolder(path))?.token === dead.token;
      if (isTheSame) await rename(draft, path);
      for (const done of isTheSame ? [claim, ...claims] : [claim]) await rm(done, { force: true });
      return isTheSame;
    }
    claims.unshift(claim);
    const rival = await readHolder(claim);
    if (rival === LOST) await rm(claim, { force: true });
    const isDead: boolean =
      rival !== undefined && rival !== LOST && !(await isAlive(rival, claim, heartbeatMs));
    before = isDead ? rival : undefined;
  }
  return false;
}

/** For somebody who has deleted the file of a node that runs. */
async function putBack(path: string, own: Holder): Promise<void> {
  const draft = await writeDraft(path, own);
  await take(draft, path);
  await rm(draft, { force: true });
}

function keep(path: string, own: Holder, directory: string, heartbeatMs: number): DirectoryLock {
  let released = false;
  let beating = Promise.resolve();
  let tellLost: (error: Error) => void = () => undefined;
  const lost = new Promise<Error>((resolve) => (tellLost = resolve));
  const beat = async (): Promise<void> => {
    const holder = await readHolder(path);
    const now = new Date();
    if (holder?.token === own.token) await utimes(path, now, now);
    else if (holder === undefined) await putBack(path, own);
    else tellLost(locked(directory, holder));
  };
  const heartbeat = setInterval(() => {
    // A beat that fails, as on a full disk, is followed by others.
    beating = beating.then(() => (released ? undefined : beat())).catch(() => undefined);
  }, heartbeatMs).unref();
  return {
    lost,
    release: async () => {
      released = true;
      clearInterval(heartbeat);
      await beating;
      if ((await readHolder(path))?.token === own.token) await rm(path, { force: true });
    },
  };
}

function locked(directory: string, holder: Holder): Error {
  const by = `process ${holder.pid} on ${holder.host}`;
  return Object.assign(new Error(`${directory} is in use by ${by}`), { code: 'directory-locked' });
}
