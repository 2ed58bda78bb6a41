import { setTimeout as delay } from 'node:timers/promises';

/** Waits a little longer with every attempt, from 1. */
export type Pause = (attempt: number) => Promise<void>;

/** Milliseconds the first pause may last at most; each one after it may last twice as long. */
const firstPause = 10;

/** Full jitter, so that those who collided do not meet again at the same instant. */
export function createPause(random: () => number): Pause {
  return async (attempt) => {
    await delay(random() * firstPause * 2 ** (attempt - 1));
  };
}
