import { verifyEventStore } from '@jejak/embedded-event-store';

import { Broken } from '../broken';
import type { Game } from '../campaign';
import { createStarter } from '../starter';
import { noKills } from '../until-killed';
import { eventStores } from './kind';
import { createOrder } from './order';
import { catchUp } from './reading';
import { reportOf } from './report';
import { compareStreams, disconnect, playRound, type Counts, type Life } from './round';

export interface Settings {
  readonly seed: number;
  /** How long a node is at most left to its writers, in milliseconds. Default 800. */
  readonly longest?: number;
}

const writers = 64;

/** The event store is killed under writers, a subscriber and a reader. */
export function eventStoreGame({
  seed,
  longest = 800,
}: Settings): Game & { readonly counts: Counts } {
  const starter = createStarter(eventStores);
  const counts = noCounts();
  return {
    counts,
    async begin(directory) {
      const life: Life = {
        longest,
        directory,
        order: createOrder(),
        subscriber: { given: 0 },
        writers: Array.from({ length: writers }, (_, n) => ({
          name: `w${n}`,
          streams: 0,
          last: -1n,
        })),
        starter,
        node: await starter.start(directory),
      };
      return {
        play: (round) => playRound(life, seed, round, counts),
        end: async () => {
          counts.events += await endLife(life);
        },
        abandon: () => life.node.child.stop(),
      };
    },
    stop: () => starter.stop(),
    report: (isClean) => reportOf(counts, isClean),
  };
}

/** All of it once more, from the first event on; then what the files say. */
async function endLife({ directory, order, node }: Life): Promise<number> {
  const [client] = node.clients;
  if (client === undefined) throw new RangeError('A node without clients');
  await catchUp(client, order, 0, 'the last reader');
  const events = order.length();
  const streams = new Set(Array.from({ length: events }, (_, place) => order.at(place).stream));
  await compareStreams(client, order, streams);
  await disconnect(node);
  await node.child.stop();
  const verified = await verifyEventStore({ directory });
  if (verified.fault !== null) throw new Broken(`verifying found: ${verified.fault}`);
  if (verified.events !== events) {
    throw new Broken(`verifying found ${verified.events} events of ${events}`);
  }
  return events;
}

const noCounts = (): Counts => ({ ...noKills(), events: 0, repeated: 0, watched: 0 });
