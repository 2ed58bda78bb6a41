import { median, type Spent } from '../measure';
import type { Child } from '../processes/child';

/** What a start takes until the node can be asked, loading its code included. Medians. */
export interface Opening {
  readonly cpuMilliseconds: number;
  readonly milliseconds: number;
  readonly rssMebibytes: number;
}

/** A node that says what its start took. */
interface Opened {
  readonly opened: () => Spent & { readonly seconds: number };
}

/** Starts and stops a node as often as asked, each time in a new process. */
export async function measureOpening(
  start: () => Promise<Child<Opened>>,
  times: number,
): Promise<Opening> {
  const starts: ReturnType<Opened['opened']>[] = [];
  for (let n = 0; n < times; n += 1) {
    const node = await start();
    starts.push(await node.call('opened', undefined));
    await node.stop();
  }
  return {
    cpuMilliseconds: median(starts.map(({ cpuMicroseconds }) => cpuMicroseconds / 1e3)),
    milliseconds: median(starts.map(({ seconds }) => seconds * 1e3)),
    rssMebibytes: median(starts.map(({ rssBytes }) => rssBytes / 2 ** 20)),
  };
}
