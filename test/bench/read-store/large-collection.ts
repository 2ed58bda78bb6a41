import { type Opening, measureOpening } from '../event-store/opening';
import type { Usage } from '../measure';
import { type Crew, withCrew } from '../processes/crew';
import type { DocumentNode } from '../processes/document-node';
import { say } from '../projections/log-crew';
import { type NodePair, startPair } from './crew';
import { nodeArguments, type ReadStoreScale } from './scale';

/** What the node held at some moment, after a collection of garbage. */
export interface MemoryAt {
  readonly moment: string;
  /** The process's own; null where the system does not tell it apart. */
  readonly ownMebibytes: number | null;
  /** With pages of the documents that the system keeps mapped. */
  readonly allMebibytes: number;
}

/** A node on many documents, with an index. */
export interface LargeCollection {
  readonly documents: number;
  readonly opening: { readonly empty: Opening; readonly full: Opening };
  /** Milliseconds until the first top 50 after a start is there. */
  readonly firstTop: number;
  /** After a tenth was read, after half was, and after everything was. */
  readonly memory: readonly MemoryAt[];
  readonly readPerSecond: number;
}

const fewestStarts = 3;
const collection = 'many';

export function measureLargeCollection(scale: ReadStoreScale): Promise<LargeCollection> {
  const { many: documents } = scale;
  return withCrew(async (crew) => {
    const directory = `${crew.directory}/many`;
    await fill(crew, scale, directory);
    const starts = Math.max(scale.rounds, fewestStarts);
    const startIn = (path: string) => () =>
      crew.start<DocumentNode>(
        'document-node',
        { directory: path, flush: 'disk' },
        nodeArguments(scale),
      );
    const opening = {
      empty: await measureOpening(startIn(`${crew.directory}/empty`), starts),
      full: await measureOpening(startIn(directory), starts),
    };
    const pair = await startPair(crew, scale, directory, 'disk');
    const top = await pair.client.call('top', { collection, documents, reads: 1, inFlight: 1 });
    const read = async (part: number, moment: string): Promise<Usage> => {
      const usage = await pair.client.call('readPages', {
        collection,
        documents: documents * part,
      });
      memory.push(await memoryAt(moment, pair));
      return usage;
    };
    const memory: MemoryAt[] = [];
    await read(0.1, 'a tenth read');
    // By then buffers have their size; what comes beyond would be for the documents.
    await read(0.5, 'half of it read');
    const all = await read(1, 'all read, page by page');
    return {
      documents,
      opening,
      firstTop: top.seconds * 1e3,
      memory,
      readPerSecond: all.operations / all.seconds,
    };
  });
}

async function fill(crew: Crew, scale: ReadStoreScale, directory: string): Promise<void> {
  const { many: documents } = scale;
  say(`writing ${documents} documents`);
  const { node, client } = await startPair(crew, scale, directory, 'system');
  const startedAt = performance.now();
  await client.call('fill', { collection, documents, indexes: ['score'] });
  say(`  in ${((performance.now() - startedAt) / 1e3).toFixed(0)} s`);
  await client.stop();
  await node.stop();
}

async function memoryAt(moment: string, { node }: NodePair): Promise<MemoryAt> {
  const { own, all } = await node.call('memory', undefined);
  const ownMebibytes = own === null ? null : own / 2 ** 20;
  const found = { moment, ownMebibytes, allMebibytes: all / 2 ** 20 };
  say(`  ${moment}: ${(ownMebibytes ?? found.allMebibytes).toFixed(0)} MiB`);
  return found;
}
