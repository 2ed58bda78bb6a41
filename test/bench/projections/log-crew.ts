import type { Position } from '@jejak/domain';

import type { Spent, Usage } from '../measure';
import type { Child } from '../processes/child';
import type { Crew } from '../processes/crew';
import type { StoreNode } from '../processes/event-store-node';
import type { LogWriter } from '../processes/log-writer';
import type { Traffic } from '../traffic';

export interface ReadStoreNode {
  readonly spent: () => Spent;
  readonly connectionString: () => string;
}

export interface Runner {
  readonly run: (operations: number) => Promise<Usage>;
}

/** A node with a log in it. */
export interface WrittenLog {
  readonly node: Child<StoreNode>;
  readonly connectionString: string;
  /** Positions of the marked events. */
  readonly positions: readonly Position[];
}

export const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

export async function startReadStore(crew: Crew) {
  const directory = `${crew.directory}/views`;
  const node = await crew.start<ReadStoreNode>('read-store-node', { directory });
  return { node, readStore: await node.call('connectionString', undefined) };
}

/** Starts a node and writes its log; the writer has ended when this resolves. */
export async function writtenLog(
  crew: Crew,
  traffic: Traffic,
  { events, documents, marks }: { events: number; documents: number; marks: readonly number[] },
): Promise<WrittenLog> {
  const directory = `${crew.directory}/${traffic}`;
  const node = await crew.start<StoreNode>('event-store-node', { directory });
  const connectionString = await node.call('connectionString', undefined);
  const setting = { connectionString, traffic, documents };
  const writer = await crew.start<LogWriter>('log-writer', setting);
  const startedAt = performance.now();
  const positions = await writer.call('fill', { events, marks });
  const seconds = (performance.now() - startedAt) / 1_000;
  say(`  wrote ${events} ${traffic} events, ${(events / seconds).toFixed(0)} per second`);
  await writer.stop();
  return { node, connectionString, positions };
}
