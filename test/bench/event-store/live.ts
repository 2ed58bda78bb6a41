import type { Crew } from '../processes/crew';
import type { StoreClient } from '../processes/store-client';
import { say } from '../projections/log-crew';
import type { Floors, StorePair } from './crew';
import type { EventStoreScale } from './scale';

/** Milliseconds from sending an append in one process to seeing its event in another. */
export interface Live {
  readonly perSecond: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
  /** An exchange with the echo and a commit of one event in raw lmdb, one after another. */
  readonly floor: number;
}

const perSecond = 200;

const warmUpSeconds = 2;

/** Exchanges and commits that the floor is the mean of. */
const floorSamples = 300;

export async function measureLive(
  crew: Crew,
  { client, connectionString }: StorePair,
  { echoClient, storage }: Floors,
  { liveSeconds: seconds }: EventStoreScale,
  recordBytes: number,
): Promise<Live> {
  say(`live at ${perSecond} events per second`);
  const follower = await crew.start<StoreClient>('store-client', { connectionString });
  const pace = async (events: number): Promise<number[]> => {
    const following = follower.call('follow', events);
    // The subscription is at the end before the first event is sent.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const sent = await client.call('pace', { perSecond, events });
    const seen = await following;
    return [...sent].map(([id, at]) => Number((seen.get(id) ?? at) - at) / 1e6);
  };
  await pace(warmUpSeconds * perSecond);
  const latencies = (await pace(seconds * perSecond)).sort((a, b) => a - b);
  const share = (part: number): number => latencies[Math.ceil(latencies.length * part) - 1] ?? NaN;
  const exchange = await echoClient.call('exchange', {
    messages: floorSamples,
    inFlight: 1,
    requestBytes: recordBytes,
    responseBytes: recordBytes,
  });
  const commit = await storage.call('write', { events: floorSamples, group: 1, streams: 1 });
  await follower.stop();
  return {
    perSecond,
    seconds,
    p50: share(0.5),
    p99: share(0.99),
    floor: ((exchange.seconds + commit.seconds) / floorSamples) * 1e3,
  };
}
