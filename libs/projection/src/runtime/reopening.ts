import { setTimeout as after } from 'node:timers/promises';

/** Ends sessions on request, and tells who asked when the next one has taken everything up. */
export interface Reopening {
  /** For a session that is about to begin. */
  next(): AbortController;
  /** The session has opened every view. */
  opened(): void;
  /** Ends the session; true once one that began after this has opened every view. */
  request(): Promise<boolean>;
}

/** How long whoever asked waits for the stores to answer. */
const patienceMilliseconds = 10_000;

export function createReopening(stopping: AbortSignal): Reopening {
  let current = new AbortController();
  let begun = 0;
  const waiting = new Set<{ readonly from: number; readonly answer: () => void }>();

  return {
    next() {
      begun += 1;
      current = new AbortController();
      return current;
    },
    opened() {
      for (const waiter of waiting) {
        if (begun < waiter.from) continue;
        waiting.delete(waiter);
        waiter.answer();
      }
    },
    async request() {
      const over = new AbortController();
      const done = new Promise<true>((resolve) => {
        const answer = (): void => {
          resolve(true);
        };
        waiting.add({ from: begun + 1, answer });
      });
      current.abort();
      const patience = AbortSignal.any([over.signal, stopping]);
      const late = after(patienceMilliseconds, false, { signal: patience }).catch(() => false);
      const isDone = await Promise.race([done, late]);
      over.abort();
      return isDone;
    },
  };
}
