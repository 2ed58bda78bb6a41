import { MongoNetworkError, type CommandStartedEvent, type MongoClient } from 'mongodb';

/** How often a bulk of so many operations was cut off after k of them: by size, then by k. */
export type Cuts = Map<number, Map<number, number>>;

/** Sees on the driver's side where the fault switch of the read store struck. */
export interface BulkWatch {
  readonly cuts: Cuts;
  /** The switch was set to let so many operations on this namespace through. */
  arm(namespace: string, operations: number): void;
  disarm(): void;
  /** Resolves when the switch has struck, at once when it is not armed. */
  struck(): Promise<void>;
  listen(client: MongoClient): void;
}

const operationsOf: Readonly<Record<string, string>> = {
  insert: 'documents',
  update: 'updates',
  delete: 'deletes',
};

interface Bulk {
  readonly namespace: string;
  readonly size: number;
}

function bulkOf({ commandName, command, databaseName }: CommandStartedEvent): Bulk | null {
  const said = command as Readonly<Record<string, unknown>>;
  const operations = said[operationsOf[commandName] ?? ''];
  if (!Array.isArray(operations)) return null;
  return { namespace: `${databaseName}.${String(said[commandName])}`, size: operations.length };
}

export function createBulkWatch(cuts: Cuts): BulkWatch {
  let armed: { readonly namespace: string; left: number } | null = null;
  let waiting: (() => void)[] = [];
  const disarm = (): void => {
    armed = null;
    for (const resolve of waiting) resolve();
    waiting = [];
  };

  const cutAfter = (operations: number, size: number): void => {
    const bySize = cuts.get(size) ?? new Map<number, number>();
    cuts.set(size, bySize.set(operations, (bySize.get(operations) ?? 0) + 1));
  };
  return {
    cuts,
    arm(namespace, operations) {
      armed = { namespace, left: operations };
    },
    disarm,
    struck: () =>
      new Promise((resolve) => {
        if (armed === null) resolve();
        else waiting.push(resolve);
      }),
    listen(client) {
      const sent = new Map<number, Bulk>();
      client.on('commandStarted', (event) => {
        const bulk = bulkOf(event);
        if (bulk !== null) sent.set(event.requestId, bulk);
      });
      client.on('commandSucceeded', ({ requestId }) => {
        const bulk = sent.get(requestId);
        sent.delete(requestId);
        if (bulk !== undefined && armed?.namespace === bulk.namespace) armed.left -= bulk.size;
      });
      client.on('commandFailed', ({ requestId, failure }) => {
        const bulk = sent.get(requestId);
        sent.delete(requestId);
        if (bulk === undefined || armed?.namespace !== bulk.namespace) return;
        if (!(failure instanceof MongoNetworkError)) return;
        // A longer way to go means that something else cut the connection.
        if (armed.left >= 0 && armed.left <= bulk.size) cutAfter(armed.left, bulk.size);
        disarm();
      });
    },
  };
}
