import { type Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Asked {
  readonly address: string;
  readonly method?: 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answers {
  /** Milliseconds from when each request was due; failures are not among them. */
  readonly latencies: readonly number[];
  readonly errors: number;
  /** Bytes of the last answer. */
  readonly bytes: number;
}

interface Rate {
  readonly perSecond: number;
  readonly seconds: number;
}

/**
 * Asks at a steady rate, each request when it is due and whatever became of those before: a server
 * that falls behind is not spared the requests it is late for, and no burst is made of them either.
 */
export async function steadyLoad(
  askedBy: (request: number) => Asked,
  { perSecond, seconds }: Rate,
  agent: Agent,
): Promise<Answers> {
  const latencies: number[] = [];
  let errors = 0;
  let bytes = 0;
  const start = performance.now();
  const all = Array.from({ length: perSecond * seconds }, async (_, n) => {
    const due = start + (n * 1_000) / perSecond;
    await sleep(due - performance.now());
    try {
      bytes = await answered(askedBy(n), agent);
      latencies.push(performance.now() - due);
    } catch {
      errors += 1;
    }
  });
  await Promise.all(all);
  return { latencies, errors, bytes };
}

/** Resolves with its length when the whole answer has arrived; rejects unless it is a success. */
const answered = ({ address, method, headers, body }: Asked, agent: Agent): Promise<number> =>
  new Promise((resolve, reject) => {
    const asking = request(address, { agent, method: method ?? 'GET', headers: headers ?? {} });
    asking.on('error', reject).on('response', (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('error', reject).on('end', () => {
        const status = response.statusCode ?? 0;
        if (status >= 200 && status < 300) resolve(bytes);
        else reject(new Error(`${address} was answered with ${status}`));
      });
    });
    asking.end(body);
  });
