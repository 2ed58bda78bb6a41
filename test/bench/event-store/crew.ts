import type { Child } from '../processes/child';
import type { Crew } from '../processes/crew';
import type { EchoClient } from '../processes/echo-client';
import type { EchoNode } from '../processes/echo-node';
import type { RawLmdb } from '../processes/raw-lmdb';
import type { StoreClient } from '../processes/store-client';
import type { BareNode } from '../processes/store-node';
import { type EventStoreScale, nodeArguments } from './scale';

/** The node with its client, each in a process of its own. */
export interface StorePair {
  readonly node: Child<BareNode>;
  readonly client: Child<StoreClient>;
  readonly connectionString: string;
}

/** The floors, likewise. */
export interface Floors {
  readonly echoNode: Child<EchoNode>;
  readonly echoClient: Child<EchoClient>;
  readonly storage: Child<RawLmdb>;
}

export async function startStore(
  crew: Crew,
  scale: EventStoreScale,
  directory: string,
): Promise<StorePair> {
  const node = await crew.start<BareNode>('store-node', { directory }, nodeArguments(scale));
  const connectionString = await node.call('connectionString', undefined);
  const client = await crew.start<StoreClient>('store-client', { connectionString });
  return { node, client, connectionString };
}

/** `recordBytes`: what the floors take for the size of an event. */
export async function startFloors(crew: Crew, recordBytes: number): Promise<Floors> {
  const echoNode = await crew.start<EchoNode>('echo-node', {});
  const address = await echoNode.call('address', undefined);
  const echoClient = await crew.start<EchoClient>('echo-client', { address });
  const { directory } = crew;
  const storage = await crew.start<RawLmdb>('raw-lmdb', { directory, recordBytes });
  return { echoNode, echoClient, storage };
}

export async function stopAll(children: readonly { stop(): Promise<void> }[]): Promise<void> {
  for (const child of children) await child.stop();
}
