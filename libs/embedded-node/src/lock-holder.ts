import { readFileSync, readlinkSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

/** Who holds a directory. The start time tells a process from a later one with the same id. */
export interface Holder {
  readonly token: string;
  readonly pid: number;
  readonly startedAt: string;
  readonly host: string;
  /** Boot of the kernel and process namespace: only in there is a process id worth looking at. */
  readonly machine?: string;
}

/** The holder touches its file this often, for those who cannot look at its process. */
export const HEARTBEAT_MS = 2_000;
/** Heartbeats missed by a holder that is given up. */
const MISSED = 5;
/** More than the clocks of two hosts that share a volume are apart. */
const CLOCKS_APART_MS = 60_000;
const MACHINE = machine();

/**
 * Whose file has lost its text. The file appears whole, so only a power cut can do that, and no
 * holder outlives one.
 */
export const LOST: Holder = { token: '', pid: 0, startedAt: '', host: 'unknown' };

export function holderNow(token: string): Holder {
  const { pid } = process;
  return { token, pid, startedAt: processStart(pid), host: hostname(), machine: MACHINE };
}

/** Undefined where there is no such file. */
export async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    return holderIn(await readFile(path, 'utf8'));
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function holderIn(text: string): Holder {
  try {
    const holder = JSON.parse(text) as Partial<Holder> | null;
    const isWhole = typeof holder?.token === 'string' && typeof holder.pid === 'number';
    return isWhole ? (holder as Holder) : LOST;
  } catch {
    return LOST;
  }
}

/**
 * At once for a process that can be looked at. One on another host, or in a container with process
 * ids of its own, is watched until it touches its file or has missed five heartbeats.
 */
export async function isAlive(
  holder: Holder,
  path: string,
  heartbeatMs = HEARTBEAT_MS,
): Promise<boolean> {
  if (holder === LOST) return false;
  const isVisible = holder.host === hostname() && (holder.machine ?? MACHINE) === MACHINE;
  if (!isVisible) return beats(path, heartbeatMs);
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return isCode(error, 'EPERM');
  }
  return processStart(holder.pid) === holder.startedAt;
}

/** By what changes and not by what it says: the holder's clock may be another. */
async function beats(path: string, heartbeatMs: number): Promise<boolean> {
  const first = await touchedAt(path);
  if (first === undefined || Date.now() - first > CLOCKS_APART_MS) return false;
  for (let watched = 0; watched < MISSED * heartbeatMs; watched += heartbeatMs / 2) {
    await sleep(heartbeatMs / 2);
    const touched = await touchedAt(path);
    if (touched !== first) return touched !== undefined;
  }
  return false;
}

async function touchedAt(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
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

function machine(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return '';
  }
}

/** Not `instanceof Error`: under a test runner system errors come from another realm. */
export function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
