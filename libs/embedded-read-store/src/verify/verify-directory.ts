import { type Progress } from '@jejak/embedded-node';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Catalogue } from '../storage/catalogue';
import { CollectionReader } from '../storage/collection';
import { openSnapshot } from '../storage/environment';
import { allDocuments, allEntries } from '../storage/keys';
import { checkCollection } from './check-collection';
import { checkNothingElse } from './check-left-overs';
import { Fault, type Walk } from './walk';

export interface Verification {
  readonly collections: number;
  readonly documents: number;
  /** In all indexes but those of `_id`, which are the documents themselves. */
  readonly entries: number;
  /** The first thing that is wrong, with its collection, `_id` and index; null when all is well. */
  readonly fault: string | null;
}

/** Entries looked at between two reports of progress. */
const reported = 1_000;

/** Reads the files in this process, which damaged pages may end; see `verifyReadStore`. */
export async function verifyDirectory(
  directory: string,
  onProgress: Progress = () => undefined,
): Promise<Verification> {
  const { entries, close } = openSnapshot(directory);
  try {
    const catalogue = new Catalogue(entries, directory);
    const collections = catalogue.collections();
    const counted = { collections: collections.length, documents: 0, entries: 0 };
    const total = entries.count(allDocuments) + entries.count(allEntries);
    let done = 0;
    const walk: Walk = {
      entries,
      counted,
      turn: async () => {
        await nextTurn();
      },
      looked: () => {
        done += 1;
        if (done % reported === 0) onProgress(done, total);
      },
    };
    try {
      for (const record of collections) {
        await checkCollection(new CollectionReader(entries, catalogue, record), walk);
      }
      checkNothingElse(catalogue, walk);
      onProgress(total, total);
      return { ...counted, fault: null };
    } catch (error) {
      // What is not found by comparing shows itself when it cannot be read.
      const fault = error instanceof Fault ? error.message : `it cannot be read: ${String(error)}`;
      return { ...counted, fault };
    }
  } finally {
    await close();
  }
}
