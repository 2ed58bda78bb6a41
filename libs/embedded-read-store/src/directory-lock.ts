import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { types } from 'node:util';
import { EmbeddedReadStoreError } from './embedded-read-store-error';

const lockName = 'read-store.lock';

const isCode = (error: unknown, code: string): boolean =>
  types.isNativeError(error) && 'code' in error && error.code === code;

/** When a process began, in the kernel's own ticks: a pid given again has another. '' where unknown. */
function birthOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return ''; // no /proc here, or no such process: the pid alone decides
  }
}

function alive(pid: number, birth: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (isCode(error, 'ESRCH')) return false;
  }
  return birth === '' || birthOf(pid) === birth;
}

/** '' when there is no such file. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return '';
    throw error;
  }
}

function holderIn(text: string): { pid: number; birth: string } | undefined {
  const [pid = '', birth = ''] = text.trim().split(' ');
  return /^\d+$/.test(pid) ? { pid: Number(pid), birth } : undefined;
}

/** Moves a dead holder's file aside; should a new holder's file be caught, it is put back. */
function removeStale(path: string, aside: string, dead: string): void {
  try {
    renameSync(path, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  if (textOf(aside) !== dead) tryLink(aside, path);
  rmSync(aside, { force: true });
}

function tryLink(own: string, path: string): boolean {
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/**
 * Takes a directory for this process; answers how to give it back. A lock left by a process that no
 * longer lives is taken over at once.
 * @throws EmbeddedReadStoreError READ_STORE_IN_USE while another node, here or elsewhere, holds it.
 */
export function lockDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, lockName);
  const own = `${path}.${String(process.pid)}.${String(performance.now())}`;
  writeFileSync(own, `${String(process.pid)} ${birthOf(process.pid)}\n`);
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      if (tryLink(own, path))
        return () => {
          rmSync(path, { force: true });
        };
      const text = textOf(path);
      const holder = holderIn(text);
      if (holder !== undefined && alive(holder.pid, holder.birth)) break;
      removeStale(path, `${own}.stale`, text);
    }
    const holder = holderIn(textOf(path))?.pid ?? 'unknown';
    throw new EmbeddedReadStoreError(
      'READ_STORE_IN_USE',
      `${directory} is in use by process ${String(holder)}`,
    );
  } finally {
    unlinkSync(own);
  }
}
