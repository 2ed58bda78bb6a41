import { readFileSync } from 'node:fs';

/** Resident memory in bytes. */
export interface Resident {
  /** The process's own: heaps, buffers, stacks. Null where the system does not tell it apart. */
  readonly own: number | null;
  /** With pages of files that the system keeps mapped and may take back at any time. */
  readonly all: number;
}

/** What this process holds, after a collection of garbage where it was started with `--expose-gc`. */
export function resident(): Resident {
  globalThis.gc?.();
  const own = /^RssAnon:\s+(\d+) kB$/mu.exec(statusOfProcess())?.[1];
  return {
    own: own === undefined ? null : Number(own) * 1_024,
    all: process.memoryUsage.rss(),
  };
}

/** Empty where the system has no such file. */
function statusOfProcess(): string {
  if (process.platform !== 'linux') return '';
  return readFileSync('/proc/self/status', 'utf8');
}
