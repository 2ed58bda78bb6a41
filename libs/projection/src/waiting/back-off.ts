import { setTimeout as after } from 'node:timers/promises';

const firstMilliseconds = 100;
const longestMilliseconds = 30_000;

/**
 * Milliseconds to wait before attempt `failures + 1`: doubles from 100 ms to 30 s, of which the
 * upper half is random, so that projectors that lost the same server do not return together.
 * `random` answers in [0, 1).
 */
export function backOff(failures: number, random: () => number): number {
  const whole = Math.min(longestMilliseconds, firstMilliseconds * 2 ** Math.min(failures, 20));
  return Math.round(whole / 2 + (random() * whole) / 2);
}

/** Resolves after the time or as soon as the signal aborts, whichever comes first. */
export async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await after(milliseconds, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
