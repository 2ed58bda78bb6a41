import { setTimeout as sleep } from 'node:timers/promises';

/** Tries again, as an application does whose store was away; gives up after about five seconds. */
export async function untilItWorks<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 50) throw error;
      await sleep(100);
    }
  }
}
