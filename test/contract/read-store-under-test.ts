import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedReadStore, startEmbeddedReadStore } from '@jejak/embedded-read-store';

export interface ReadStoreUnderTest {
  readonly connectionString: string;
  /** The node in its temporary directory, when no `MONGODB_URL` names another server. */
  readonly embedded?: EmbeddedReadStore;
  readonly directory?: string;
  stop(): Promise<void>;
}

/**
 * The read store that contract tests talk to: the server at `MONGODB_URL`, or else an embedded node
 * of its own, with its fault switch, in a temporary directory that `stop` removes.
 */
export async function startReadStoreUnderTest(): Promise<ReadStoreUnderTest> {
  const url = process.env['MONGODB_URL'];
  if (url !== undefined && url !== '') {
    return { connectionString: url, stop: () => Promise.resolve() };
  }
  const directory = await mkdtemp(join(tmpdir(), 'jejak-read-store-'));
  const embedded = await startEmbeddedReadStore({ directory, faults: true });
  return {
    connectionString: embedded.connectionString,
    embedded,
    directory,
    stop: async () => {
      await embedded.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
