import { Agent, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Answers {
  /** Milliseconds from when each request was due, ascending; failures are not among them. */
  readonly latencies: readonly number[];
  readonly errors: number;
}

/**
 * Asks at a steady rate, each request when it is due and whatever became of those before: a server
 * that falls behind is not spared the requests it is late for, and no burst is made of them either.
 */
export async function steadyLoad(
  addressOf: (request: number) => string,
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
): Promise<Answers> {
  const agent = new Agent({ keepAlive: true });
  const latencies: number[] = [];
  let errors = 0;
  const start = performance.now();
  const asked = Array.from({ length: perSecond * seconds }, async (_, request) => {
    const due = start + (request * 1_000) / perSecond;
    await sleep(due - performance.now());
    try {
      await answered(addressOf(request), agent);
      latencies.push(performance.now() - due);
    } catch {
      errors += 1;
    }
  });
  await Promise.all(asked);
  agent.destroy();
  return { latencies: latencies.sort((a, b) => a - b), errors };
}

/** Resolves when the whole answer has arrived; rejects unless it is 200. */
const answered = (address: string, agent: Agent): Promise<void> =>
  new Promise((resolve, reject) => {
    get(address, { agent }, (response) => {
      response.on('error', reject).on('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`${address} was answered with ${response.statusCode ?? 'nothing'}`));
      });
      response.resume();
    }).on('error', reject);
  });

/** The value below which a share of the values lies; 0 where there are none. */
export const percentile = (ascending: readonly number[], share: number): number =>
  ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * share))] ?? 0;
