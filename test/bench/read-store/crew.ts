import type { CannedNode } from '../processes/canned-node';
import type { Child } from '../processes/child';
import type { Crew } from '../processes/crew';
import type { DocumentClient } from '../processes/document-client';
import type { DocumentNode } from '../processes/document-node';
import { nodeArguments, type ReadStoreScale } from './scale';

/** What the node's commits wait for: the disk, or the operating system alone. */
export type Flush = 'disk' | 'system';

/** The node with its client, each in a process of its own. */
export interface NodePair {
  readonly node: Child<DocumentNode>;
  readonly client: Child<DocumentClient>;
  readonly connectionString: string;
}

/** The floor: the same driver, asking a server that knows its answers beforehand. */
export interface Floor {
  readonly node: Child<CannedNode>;
  readonly client: Child<DocumentClient>;
}

export async function startPair(
  crew: Crew,
  scale: ReadStoreScale,
  directory: string,
  flush: Flush,
): Promise<NodePair> {
  const setting = { directory, flush };
  const node = await crew.start<DocumentNode>('document-node', setting, nodeArguments(scale));
  const connectionString = await node.call('connectionString', undefined);
  const client = await crew.start<DocumentClient>('document-client', { connectionString });
  return { node, client, connectionString };
}

export async function startFloor(crew: Crew): Promise<Floor> {
  const node = await crew.start<CannedNode>('canned-node', {});
  const connectionString = await node.call('connectionString', undefined);
  const client = await crew.start<DocumentClient>('document-client', { connectionString });
  return { node, client };
}
