import { sleep } from '../waiting/back-off';

/** Waits as long as it takes for so many events to be no more than `perSecond` allows. */
export function createPace(
  perSecond: number | null,
): (events: number, signal: AbortSignal) => Promise<void> {
  if (perSecond === null) return () => Promise.resolve();
  let allowedAt = performance.now();
  return async (events, signal) => {
    allowedAt = Math.max(allowedAt, performance.now() - 1_000) + (events / perSecond) * 1_000;
    const wait = allowedAt - performance.now();
    if (wait > 0) await sleep(wait, signal);
  };
}
