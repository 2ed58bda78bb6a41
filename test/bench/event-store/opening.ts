import { median } from '../measure';
import type { Crew } from '../processes/crew';
import type { BareNode } from '../processes/store-node';

/** What a start takes until the node can be asked, loading its code included. Medians. */
export interface Opening {
  readonly cpuMilliseconds: number;
  readonly milliseconds: number;
  readonly rssMebibytes: number;
}

/** Opens and closes the directory's log as often as asked, each time in a new process. */
export async function measureOpening(
  crew: Crew,
  directory: string,
  times: number,
): Promise<Opening> {
  const starts: Awaited<ReturnType<BareNode['opened']>>[] = [];
  for (let n = 0; n < times; n += 1) {
    const node = await crew.start<BareNode>('store-node', { directory });
    starts.push(await node.call('opened', undefined));
    await node.stop();
  }
  return {
    cpuMilliseconds: median(starts.map(({ cpuMicroseconds }) => cpuMicroseconds / 1e3)),
    milliseconds: median(starts.map(({ seconds }) => seconds * 1e3)),
    rssMebibytes: median(starts.map(({ rssBytes }) => rssBytes / 2 ** 20)),
  };
}
