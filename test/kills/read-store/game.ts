import { MongoClient } from 'mongodb';

import type { Game } from '../campaign';
import { createStarter, type Kind } from '../starter';
import { noKills } from '../until-killed';
import { reportOf } from './report';
import { databaseOf, disconnect, playRound, verify, type Counts, type Life } from './round';
import { createIndexes, nothing } from './state';

export interface Settings {
  readonly seed: number;
  /** How long a node is at most left to its writers, in milliseconds. Default 800. */
  readonly longest?: number;
}

const writers = 8;
const connections = 4;

const kind: Kind<MongoClient> = {
  process: 'read-store-node',
  connect: (port) =>
    Promise.all(
      Array.from({ length: connections }, () =>
        MongoClient.connect(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
          serverSelectionTimeoutMS: 5_000,
        }),
      ),
    ),
};

/** The read store is killed under writers of documents. */
export function readStoreGame({
  seed,
  longest = 800,
}: Settings): Game & { readonly counts: Counts } {
  const starter = createStarter(kind);
  const counts = noCounts();
  return {
    counts,
    async begin(directory) {
      const life: Life = {
        longest,
        directory,
        writers: Array.from({ length: writers }, (_, n) => ({
          owner: `w${n}`,
          state: nothing,
          next: 0,
        })),
        starter,
        node: await starter.start(directory),
      };
      await createIndexes(databaseOf(life.node.clients[0]));
      return {
        play: (round) => playRound(life, seed, round, counts),
        end: async () => {
          await close(life);
          await verify(directory, counts);
        },
        abandon: () => close(life),
      };
    },
    stop: () => starter.stop(),
    report: (isClean) => reportOf(counts, isClean),
  };
}

async function close({ node }: Life): Promise<void> {
  await disconnect(node);
  await node.child.stop();
}

const noCounts = (): Counts => ({ ...noKills(), documents: 0, entries: 0 });
